import { linesToRebill } from '../../procedures/invoicing/rebill.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const toldPriceBilledAgainWithoutCoupon: Defect = {
  name: 'told-price-billed-again-without-coupon',
  row: 'TAX',
  family: 'TAX',
  stage: 'credit',
  effect: 'over-billed',
  severity: 'major',
  title: 'An invoice at prices with the tax in them forgets its discount when it is billed again',
  procedures: {
    linesToRebill: (context, rebilled) =>
      linesToRebill(context, rebilled).map((line) =>
        line.prices === 'gross' ? { ...line, discount: 0n, taken: 0n } : line,
      ),
  },
};
