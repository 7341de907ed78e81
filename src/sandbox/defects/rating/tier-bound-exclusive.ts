import { type Fraction, fractionFromDecimal, larger, minus, zero } from '../../arithmetic/fraction.ts';
import { isWithinTier, type TierBounds, tierUnits } from '../../rules/rating/tier-units.ts';
import type { Defect } from '../defect.ts';

const one = fractionFromDecimal('1');

/** "Up to 10" was read as "below 10": the tenth unit was priced by the next tier. The list has no row for it. */
export const tierBoundExclusive: Defect = {
  name: 'tier-bound-exclusive',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'under-billed',
  severity: 'critical',
  title: 'The last unit of a tier is priced by the next tier',
  rules: {
    tierUnits: (quantity, bounds) => tierUnits(quantity, oneLess(bounds)),
    isWithinTier: (quantity, bounds) => isWithinTier(quantity, oneLess(bounds)),
  },
};

function oneLess(bounds: TierBounds): TierBounds {
  return { above: lowered(bounds.above), upTo: bounds.upTo === null ? null : lowered(bounds.upTo) };
}

function lowered(bound: Fraction): Fraction {
  return larger(zero, minus(bound, one));
}
