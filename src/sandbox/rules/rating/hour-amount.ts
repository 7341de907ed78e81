import type { HourlyCommitment } from '../../../model/billing/calculation.ts';
import {
  compare,
  type Fraction,
  fractionFromDecimal,
  minus,
  plus,
  times,
} from '../../arithmetic/fraction.ts';

export interface HourQuestion {
  readonly commitment: HourlyCommitment;
  readonly quantity: Fraction;
}

/** An hour within its commitment costs its usage, or all of the commitment; what is beyond costs the overage price. */
export function hourAmount({ commitment, quantity }: HourQuestion): Fraction {
  const used = times(quantity, fractionFromDecimal(commitment.unit));
  const committed = fractionFromDecimal(commitment.minimum);
  if (compare(used, committed) <= 0) return commitment.trueUp ? committed : used;
  const overage = times(minus(used, committed), fractionFromDecimal(commitment.overageFactor));
  return plus(committed, overage);
}

/** The commitment of the hour; null where there is none. */
export function commitmentOfHour(
  commitments: readonly HourlyCommitment[],
  hour: number,
): HourlyCommitment | null {
  const own = commitments.find(({ hours }) => hours !== null && hours.from <= hour && hour < hours.to);
  return own ?? commitments.find(({ hours }) => hours === null) ?? null;
}
