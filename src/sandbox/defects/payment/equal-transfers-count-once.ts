import { moneyAmount } from '../../../model/money.ts';
import type { Defect } from '../defect.ts';

/** securo-finance/securo#886, actualbudget/actual#8221: known again by day, amount and text. */
export const equalTransfersCountOnce: Defect = {
  name: 'equal-transfers-count-once',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'Of two equal transfers of one day the second is lost',
  rules: {
    bookingKey: ({ bookedOn, amount, text, name }) => [bookedOn, moneyAmount(amount), text, name].join(' '),
  },
};
