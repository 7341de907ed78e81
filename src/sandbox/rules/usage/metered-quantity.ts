import { type Fraction, larger, zero } from '../../arithmetic/fraction.ts';

/** What a period is charged for: corrections take usage back, and never more than there was. */
export function meteredQuantity(aggregated: Fraction): Fraction {
  return larger(aggregated, zero);
}
