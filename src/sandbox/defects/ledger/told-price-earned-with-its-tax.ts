import { revenueOfLine } from '../../rules/ledger/revenue-of-line.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const toldPriceEarnedWithItsTax: Defect = {
  name: 'told-price-earned-with-its-tax',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Of a price that was told with the tax in it the tax is earned, too',
  rules: {
    revenueOfLine: (line) => {
      const isTold = 'prices' in line && line.prices === 'gross';
      const tax = isTold && 'tax' in line && typeof line.tax === 'bigint' ? line.tax : 0n;
      return revenueOfLine(line) + tax;
    },
  },
};
