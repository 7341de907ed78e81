import { daysBetween, type LocalDate } from '../../../model/date.ts';

export interface RequestQuestion {
  readonly overdueMinor: bigint;
  readonly thresholdMinor: bigint;
  readonly requestsMade: number;
  readonly attemptsMax: number;
  readonly lastOn: LocalDate | null;
  readonly daysBetween: number;
  readonly today: LocalDate;
}

/** Whether a customer is asked today for all that is overdue: the days between two requests are over, and enough is owed. */
export function isRequestDue(question: RequestQuestion): boolean {
  const { overdueMinor, thresholdMinor, requestsMade, attemptsMax, lastOn, today } = question;
  if (overdueMinor <= 0n || overdueMinor < thresholdMinor || requestsMade >= attemptsMax) return false;
  return lastOn === null || daysBetween(lastOn, today) > question.daysBetween;
}
