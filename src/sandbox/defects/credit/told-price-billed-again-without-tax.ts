import { linesToRebill } from '../../procedures/invoicing/rebill.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const toldPriceBilledAgainWithoutTax: Defect = {
  name: 'told-price-billed-again-without-tax',
  row: 'TAX',
  family: 'TAX',
  stage: 'credit',
  effect: 'over-billed',
  severity: 'major',
  title: 'An invoice at prices with the tax in them has the tax on top when it is billed again',
  procedures: {
    linesToRebill: (context, rebilled) =>
      linesToRebill(context, rebilled).map((line) =>
        line.prices === 'gross' ? { ...line, net: line.price } : line,
      ),
  },
};
