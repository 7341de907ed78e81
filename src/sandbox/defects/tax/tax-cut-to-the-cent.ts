import { minorUnitDigits } from '../../../model/currency.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const taxCutToTheCent: Defect = {
  name: 'tax-cut-to-the-cent',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'minor',
  title: 'Tax is cut to the cent and never rounded up',
  rules: {
    roundTaxes: ({ exact, currency }) =>
      exact.map(({ over, under }) => (over * 10n ** BigInt(minorUnitDigits(currency))) / under),
  },
};
