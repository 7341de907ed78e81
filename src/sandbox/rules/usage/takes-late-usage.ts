import { daysBetween, type LocalDate } from '../../../model/date.ts';

export interface LateQuestion {
  /** By the customer's calendar. */
  readonly usedOn: LocalDate;
  readonly today: LocalDate;
  readonly daysOpen: number;
}

/** Whether usage is still taken although its bill is out. */
export function takesLateUsage({ usedOn, today, daysOpen }: LateQuestion): boolean {
  return daysBetween(usedOn, today) <= daysOpen;
}
