import { type Fraction, wholeNumber } from '../../arithmetic/fraction.ts';
import { isWithinTier, tierUnits } from '../../rules/rating/tier-units.ts';
import type { Defect } from '../defect.ts';

/** The quantity became an integer on its way to the tiers. The list has no row for it. */
export const tierByWholeUnits: Defect = {
  name: 'tier-by-whole-units',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'under-billed',
  severity: 'major',
  title: 'Parts of a unit are dropped before the tier is looked up',
  rules: {
    tierUnits: (quantity, bounds) => tierUnits(whole(quantity), bounds),
    isWithinTier: (quantity, bounds) => isWithinTier(whole(quantity), bounds),
  },
};

function whole(quantity: Fraction): Fraction {
  return wholeNumber(quantity.over / quantity.under);
}
