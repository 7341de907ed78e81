import type { Term } from '../../../model/billing/subscription.ts';
import { type Fraction, fractionFromDecimal, fractionOf, plus, times } from '../../arithmetic/fraction.ts';

export interface TermQuestion {
  readonly term: Term;
  /** Whole periods between the first one and the one at hand. */
  readonly index: number;
}

/** What recurring prices are multiplied with: each renewal adds its percentage on top of those before, unrounded. */
export function termFactor({ term, index }: TermQuestion): Fraction {
  const renewals = term.atEnd === 'renew' ? Math.floor(index / term.periods) : 0;
  const step = plus(fractionOf(1n, 1n), times(fractionFromDecimal(term.upliftPercent), fractionOf(1n, 100n)));
  let factor = fractionOf(1n, 1n);
  for (let renewal = 0; renewal < renewals; renewal += 1) factor = times(factor, step);
  return factor;
}
