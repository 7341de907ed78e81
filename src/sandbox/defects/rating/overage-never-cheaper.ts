import { compareDecimals } from '../../../model/decimal.ts';
import { hourAmount } from '../../rules/rating/hour-amount.ts';
import type { Defect } from '../defect.ts';

/** A factor below one was taken for a discount, and discounts have a place of their own. The list has no row for it. */
export const overageNeverCheaper: Defect = {
  name: 'overage-never-cheaper',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'over-billed',
  severity: 'major',
  title: 'Usage beyond the commitment of an hour never costs less than within it',
  rules: {
    hourAmount: ({ commitment, quantity }) => {
      const { overageFactor } = commitment;
      const isCheaper = compareDecimals(overageFactor, '1') < 0;
      return hourAmount({
        commitment: { ...commitment, overageFactor: isCheaper ? '1' : overageFactor },
        quantity,
      });
    },
  },
};
