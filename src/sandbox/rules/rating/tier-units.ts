import { compare, type Fraction, larger, minus, smaller, zero } from '../../arithmetic/fraction.ts';

export interface TierBounds {
  /** Exclusive: the inclusive upper bound of the tier before, or zero. */
  readonly above: Fraction;
  /** Inclusive; null is without end. */
  readonly upTo: Fraction | null;
}

/** The part of the quantity that lies in a graduated tier. */
export function tierUnits(quantity: Fraction, bounds: TierBounds): Fraction {
  const top = bounds.upTo === null ? quantity : smaller(quantity, bounds.upTo);
  return larger(zero, minus(top, bounds.above));
}

/** Whether the quantity is still within the tier; its upper bound belongs to it. */
export function isWithinTier(quantity: Fraction, bounds: TierBounds): boolean {
  return bounds.upTo === null || compare(quantity, bounds.upTo) <= 0;
}
