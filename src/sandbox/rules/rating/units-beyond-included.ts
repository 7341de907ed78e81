import { type Fraction, larger, minus, zero } from '../../arithmetic/fraction.ts';

export interface AllowanceQuestion {
  readonly quantity: Fraction;
  readonly included: Fraction;
}

/** The units that cost something: those beyond what the plan includes in each period. */
export function unitsBeyondIncluded({ quantity, included }: AllowanceQuestion): Fraction {
  return larger(minus(quantity, included), zero);
}
