import { invoiceNumbersIn } from '../../rules/payment/bank.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const moneyOfOneSeriesPaysAnother: Defect = {
  name: 'money-of-one-series-pays-another',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'The number of an invoice in a transfer is looked up in the first series, whichever it names',
  rules: {
    invoiceNumbersIn: (text) => invoiceNumbersIn(text).map((number) => number.replace(/^[A-Z0-9]+-/, 'INV-')),
  },
};
