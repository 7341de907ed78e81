import type { Defect } from '../defect.ts';

/** The text was searched for the number, wherever it stood. The list has no row for it. */
export const numberWithinNumber: Defect = {
  name: 'number-within-number',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'The number of an invoice is found within a longer number',
  rules: {
    invoiceNumbersIn: (text) =>
      [...text.toUpperCase().matchAll(/([A-Z]+)[ -]?(\d{6})/g)].map(
        ([, prefix, digits]) => `${prefix}-${digits}`,
      ),
  },
};
