import type { DunningPolicy } from '../../../model/billing/dunning.ts';
import { addDays, type LocalDate } from '../../../model/date.ts';

export interface AttemptQuestion {
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly today: LocalDate;
  readonly firstAttempt: DunningPolicy['firstAttempt'];
  readonly retryDays: readonly number[];
  /** What was tried by itself, oldest first, and was declined. */
  readonly declined: readonly { readonly date: LocalDate; readonly decline: 'soft' | 'hard' }[];
}

/** When a payment method is charged next for an invoice; null is never again. A card that declined is not asked all the time. */
export function nextAttemptDay(question: AttemptQuestion): LocalDate | null {
  const { declined, retryDays } = question;
  const [first] = declined;
  if (first === undefined)
    return question.firstAttempt === 'issue-date' ? question.issueDate : question.dueDate;
  if (declined.at(-1)?.decline === 'hard') return null;
  const days = retryDays[declined.length - 1];
  return days === undefined ? null : addDays(first.date, days);
}
