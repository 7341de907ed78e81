import { sum } from '../../arithmetic/fraction.ts';
import { roundToMinor } from '../../rules/rating/round-to-minor.ts';
import type { Defect } from '../defect.ts';
import { partsWithExactTax } from '../parts-with-exact-tax.ts';

export const creditByUnroundedTax: Defect = {
  name: 'credit-by-unrounded-tax',
  row: 'INV-04',
  family: 'INV',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'major',
  title: 'Prepaid credit is capped by taxes before rounding, and goes beyond the total of the invoice',
  rules: {
    walletUse: ({ available, parts, currency }) => {
      const most = roundToMinor(sum(parts), currency);
      return available < most ? available : most;
    },
  },
  procedures: { settleableParts: partsWithExactTax },
};
