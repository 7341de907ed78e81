import type { LocalDate } from '../../../model/date.ts';
import { type Fraction, minus, zero } from '../../arithmetic/fraction.ts';

/** What a meter had counted in its period by the end of a day; there is one for each day with events. */
export interface DaySnapshot {
  readonly date: LocalDate;
  readonly reached: Fraction;
}

export interface DayQuestion {
  readonly snapshot: DaySnapshot;
  /** Those of earlier days of the period, oldest first. */
  readonly earlier: readonly DaySnapshot[];
}

/** What a day added to the last snapshot before it, however many days without usage lie between. */
export function usageOfDay({ snapshot, earlier }: DayQuestion): Fraction {
  return minus(snapshot.reached, earlier.at(-1)?.reached ?? zero);
}
