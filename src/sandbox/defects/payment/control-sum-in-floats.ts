import type { Defect } from '../defect.ts';

/** w2c/sepa-sdd-xml-generator#5: the bank refused the file for its control sum. */
export const controlSumInFloats: Defect = {
  name: 'control-sum-in-floats',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'The sum of a file of direct debits has the noise of floats',
  rules: {
    controlSum: (amounts) =>
      String(amounts.reduce((sum, { amountMinor }) => sum + Number(amountMinor) / 100, 0)),
  },
};
