import { compare, type Fraction } from '../../arithmetic/fraction.ts';

export interface ThresholdQuestion {
  readonly thresholds: readonly Fraction[];
  /** What the usage of the period cost up to the event, and what it costs with it. */
  readonly before: Fraction;
  readonly after: Fraction;
}

/** A bill ahead of the end is due when usage reaches a threshold that it had not reached before. */
export function isInterimDue({ thresholds, before, after }: ThresholdQuestion): boolean {
  return thresholds.some((threshold) => compare(before, threshold) < 0 && compare(after, threshold) >= 0);
}
