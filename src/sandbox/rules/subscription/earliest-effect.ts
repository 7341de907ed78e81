import type { LocalDate } from '../../../model/date.ts';

export interface EffectQuestion {
  readonly today: LocalDate;
  /** The first day of what is in force today; null before the start. */
  readonly inForceSince: LocalDate | null;
  readonly start: LocalDate;
}

/** The first day that a change told today may name: what is before was billed under other terms. */
export function earliestEffect({ inForceSince, start }: EffectQuestion): LocalDate {
  return inForceSince ?? start;
}
