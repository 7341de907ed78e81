import { endRefund } from '../../procedures/payment/end-refund.ts';
import { refundById } from '../../store/refunds.ts';
import type { Defect } from '../defect.ts';

/** robrighter/node-recurly#18: what went back was taken for what came. */
export const refundToldAsPayment: Defect = {
  name: 'refund-told-as-payment',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'A refund is announced as a payment that succeeded',
  procedures: {
    endRefund: async (context, answered) => {
      const isDone = () => refundById(context, answered.refundId).status === 'succeeded';
      const before = isDone();
      await endRefund(context, answered);
      const { paymentId: objectId } = refundById(context, answered.refundId);
      if (!before && isDone()) context.procedures.emitEvent(context, { kind: 'payment.succeeded', objectId });
    },
  },
};
