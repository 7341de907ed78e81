import { standardProcedures } from '../../procedures/index.ts';
import { bringTo } from '../../procedures/payment/take-answer.ts';
import type { Defect } from '../defect.ts';

/** Whatever is told of a payment and is no success was taken for its end. */
export const pendingNewsTakenForDecline: Defect = {
  name: 'pending-news-taken-for-decline',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'A payment of which the payment service tells that it is under way counts as declined',
  procedures: {
    receiveNotification: async (context, notification) => {
      const { paymentId, outcome } = notification;
      if (outcome === 'pending') bringTo(context, { paymentId, status: 'declined' });
      else await standardProcedures.receiveNotification(context, notification);
    },
  },
};
