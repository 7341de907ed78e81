import { type Fraction, smaller } from '../../arithmetic/fraction.ts';

/** How much of an amount can be taken off: never more than is left, so that nothing falls below zero. */
export function discountLimit(amount: Fraction, left: Fraction): Fraction {
  return smaller(amount, left);
}
