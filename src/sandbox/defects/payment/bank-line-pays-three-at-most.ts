import { invoiceNumbersIn } from '../../rules/payment/bank.ts';
import type { Defect } from '../defect.ts';

/** The text of a transfer was read line by line, of which forms have three. The list has no row for it. */
export const bankLinePaysThreeAtMost: Defect = {
  name: 'bank-line-pays-three-at-most',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'Of the invoices that a transfer names those after the third are not paid',
  rules: { invoiceNumbersIn: (text) => invoiceNumbersIn(text).slice(0, 3) },
};
