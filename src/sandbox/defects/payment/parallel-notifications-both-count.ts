import { claimOutcome } from '../../procedures/payment/claim-outcome.ts';
import { paymentById } from '../../store/payments.ts';
import type { Defect } from '../defect.ts';

/** The state was looked at before the gateway was read, and not again afterwards. */
export const parallelNotificationsBothCount: Defect = {
  name: 'parallel-notifications-both-count',
  row: 'PAY-07',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'Two notifications at one instant both see a pending payment and both count',
  procedures: {
    receiveNotification: async (context, { paymentId }) => {
      const { status, id } = paymentById(context, paymentId);
      if (status !== 'pending') return;
      const found = await context.gateway.find(context.tenantId, context.rules.gatewayKey({ id }));
      if (found === null || found.status === 'pending') return;
      claimOutcome(context, { paymentId, status: found.status });
      context.procedures.followOutcome(context, { paymentId, status: found.status });
    },
  },
};
