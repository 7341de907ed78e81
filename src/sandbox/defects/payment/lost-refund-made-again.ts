import { endRefund } from '../../procedures/payment/end-refund.ts';
import type { Defect } from '../defect.ts';

export const lostRefundMadeAgain: Defect = {
  name: 'lost-refund-made-again',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'A refund whose answer was lost is called declined and can be made again',
  procedures: {
    endRefund: (context, { refundId, answer }) => {
      const declined = { status: 'declined', decline: 'soft' } as const;
      return endRefund(context, { refundId, answer: answer === 'no-answer' ? declined : answer });
    },
  },
};
