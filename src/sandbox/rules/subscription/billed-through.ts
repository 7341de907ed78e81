import type { LocalDate, Period } from '../../../model/date.ts';

interface FeeLine {
  readonly kind: string;
  readonly subscriptionId: string | null;
  readonly period: Period | null;
}

export interface BilledQuestion {
  readonly subscriptionId: string;
  /** Of invoices that are in force. */
  readonly issued: readonly FeeLine[];
  /** Of drafts that nobody has finalised. */
  readonly waiting: readonly FeeLine[];
}

/** The first day that no fee on an invoice pays for; what waits as a draft may still be changed, and counts for nothing. */
export function billedThrough({ subscriptionId, issued }: BilledQuestion): LocalDate | null {
  const ends = issued
    .filter((line) => line.kind === 'recurring' && line.subscriptionId === subscriptionId)
    .flatMap(({ period }) => (period === null ? [] : [period.to]));
  return ends.toSorted().at(-1) ?? null;
}
