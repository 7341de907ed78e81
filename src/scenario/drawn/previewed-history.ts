import type { LocalDate } from '../../model/date.ts';
import { expectedInvoices } from '../../oracle/invoicing/expected-invoices.ts';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import { later } from '../../oracle/time/calendar.ts';
import { dayInZone } from '../../oracle/time/time-zone.ts';
import { actsOfSubscription } from '../subscription-acts.ts';
import type { CustomerHistory } from './customer-history.ts';

/** A customer who is shown what comes next on the last day on which anything is told. */
export interface PreviewedHistory {
  readonly history: CustomerHistory;
  readonly shownOn: LocalDate;
  /** The day of the next invoice. */
  readonly shownFor: LocalDate;
}

/** The history without what is told after its last deed, so that what is shown then must come; none where nothing more is due. */
export function previewedHistory(history: CustomerHistory): readonly PreviewedHistory[] {
  const { billing } = history;
  const [first, ...rest] = billing.subscriptions.flatMap(actsOfSubscription).map(({ on }) => on);
  if (first === undefined) return [];
  const shownOn = rest.reduce(later, first);
  const usage = billing.usage.filter(
    ({ at, arrived }) => (arrived ?? dayInZone(at, billing.timeZone)) <= shownOn,
  );
  const quiet = { ...history, billing: { ...billing, usage } };
  const next = expectedInvoices(quiet.billing, referenceProfile).find(({ issueDate }) => issueDate > shownOn);
  return next === undefined ? [] : [{ history: quiet, shownOn, shownFor: next.issueDate }];
}
