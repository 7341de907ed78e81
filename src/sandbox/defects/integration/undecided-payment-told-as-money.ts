import { takeAnswer } from '../../procedures/payment/take-answer.ts';
import type { Defect } from '../defect.ts';

/** Any answer of the gateway but a no was taken for a yes by whoever told others of it. The list has no row for it. */
export const undecidedPaymentToldAsMoney: Defect = {
  name: 'undecided-payment-told-as-money',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'A payment on which the bank has not decided yet is told of as one that succeeded',
  procedures: {
    takeAnswer: async (context, { paymentId, answer }) => {
      if (answer !== 'no-answer' && answer.status === 'pending')
        context.procedures.emitEvent(context, { kind: 'payment.succeeded', objectId: paymentId });
      return takeAnswer(context, { paymentId, answer });
    },
  },
};
