import { type Fraction, larger, minus, zero } from '../../arithmetic/fraction.ts';

export interface Commitment {
  /** What all usage of the period comes to. */
  readonly amount: Fraction;
  readonly limit: Fraction;
}

/** What is added so that the period costs at least the limit. */
export function missingToMinimum({ amount, limit }: Commitment): Fraction {
  return larger(zero, minus(limit, amount));
}

/** What is taken off so that the period costs no more than the limit. */
export function excessOverMaximum({ amount, limit }: Commitment): Fraction {
  return larger(zero, minus(amount, limit));
}
