import { addDays, type LocalDate } from '../../../model/date.ts';

export interface ReviewQuestion {
  readonly draftedOn: LocalDate;
  /** Null is until somebody finalises it. */
  readonly reviewDays: number | null;
}

/** The day on which a draft becomes final by itself; null for one that waits for a person. */
export function finalisingDay({ draftedOn, reviewDays }: ReviewQuestion): LocalDate | null {
  return reviewDays === null ? null : addDays(draftedOn, reviewDays);
}

/** The invoice comes into the world when it is final: term and tax count from there, however old the draft is. */
export function issueDayOfDraft({
  today,
}: {
  readonly draftedOn: LocalDate;
  readonly today: LocalDate;
}): LocalDate {
  return today;
}
