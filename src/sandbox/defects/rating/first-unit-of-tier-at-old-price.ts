import { fractionFromDecimal, larger, minus, zero } from '../../arithmetic/fraction.ts';
import { isWithinTier } from '../../rules/rating/tier-units.ts';
import type { Defect } from '../defect.ts';

const one = fractionFromDecimal('1');

/** Units were counted from zero. The list has no row for it. */
export const firstUnitOfTierAtOldPrice: Defect = {
  name: 'first-unit-of-tier-at-old-price',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'over-billed',
  severity: 'major',
  title: 'The first unit above a bound is still priced by the tier below it',
  rules: { isWithinTier: (quantity, bounds) => isWithinTier(larger(zero, minus(quantity, one)), bounds) },
};
