import type { Fraction } from '../../arithmetic/fraction.ts';

export interface FlatPrice {
  readonly amount: Fraction;
  readonly quantity: Fraction;
}

/** A flat price is the same for any quantity. */
export function flatAmount(price: FlatPrice): Fraction {
  return price.amount;
}
