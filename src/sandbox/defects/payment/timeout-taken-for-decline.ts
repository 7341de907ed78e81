import { bringTo } from '../../procedures/payment/take-answer.ts';
import type { Defect } from '../defect.ts';

/** No answer was read as no money. */
export const timeoutTakenForDecline: Defect = {
  name: 'timeout-taken-for-decline',
  row: 'PAY-03',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'A payment without an answer is called declined, and the next attempt charges again',
  procedures: {
    takeAnswer: async (context, { paymentId, answer }) => {
      bringTo(context, { paymentId, status: answer === 'no-answer' ? 'declined' : answer.status });
    },
  },
};
