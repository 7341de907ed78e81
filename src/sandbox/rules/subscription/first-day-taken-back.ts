import type { LocalDate, Period } from '../../../model/date.ts';
import { later } from '../../arithmetic/earlier.ts';

export interface TakenBackQuestion {
  readonly today: LocalDate;
  readonly whole: Period;
  /** The part of it in which the plan is in force. */
  readonly used: Period;
  /** The first day that is not free; null without a trial. */
  readonly trialEnd: LocalDate | null;
}

/** What was before another plan, or free in a trial, was served and stays so. */
export function firstDayTakenBack({ today, used, trialEnd }: TakenBackQuestion): LocalDate {
  return trialEnd === null || trialEnd > today ? used.from : later(used.from, trialEnd);
}
