import type { LocalDate, Period } from '../../../model/date.ts';

export interface DueQuestion {
  readonly timing: 'advance' | 'arrears' | 'usage';
  /** The days that are charged. */
  readonly used: Period;
}

/** Before the period what is charged in advance, when the period is over all else. */
export function dueDay({ timing, used }: DueQuestion): LocalDate {
  return timing === 'advance' ? used.from : used.to;
}
