import type { LocalDate } from '../../model/date.ts';
import { expectedInvoices } from '../../oracle/invoicing/expected-invoices.ts';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import { later } from '../../oracle/time/calendar.ts';
import { dayInZone } from '../../oracle/time/time-zone.ts';
import { actsOfSubscription } from '../subscription-acts.ts';
import type { CustomerHistory } from './customer-history.ts';

/** A customer who is shown what comes next on days after which nothing is told until it comes. */
export interface PreviewedHistory {
  readonly history: CustomerHistory;
  readonly looks: readonly Look[];
}

export interface Look {
  readonly on: LocalDate;
  /** The day of the next invoice. */
  readonly for: LocalDate;
}

/** The history without usage that is told after its last deed, so that at least what is shown then must come; none where nothing more is due. */
export function previewedHistory(history: CustomerHistory): readonly PreviewedHistory[] {
  const { billing } = history;
  const deeds = [...new Set(billing.subscriptions.flatMap(actsOfSubscription).map(({ on }) => on))];
  const last = deeds.reduce(later);
  const toldOn = ({ at, arrived }: (typeof billing.usage)[number]) =>
    arrived ?? dayInZone(at, billing.timeZone);
  const quiet = {
    ...history,
    billing: { ...billing, usage: billing.usage.filter((one) => toldOn(one) <= last) },
  };
  const told = [...deeds, ...quiet.billing.usage.map(toldOn)];
  const invoices = expectedInvoices(quiet.billing, referenceProfile);
  const looks = deeds.flatMap((on): readonly Look[] => {
    const next = invoices.find(({ issueDate }) => issueDate > on)?.issueDate;
    return next === undefined || told.some((day) => on < day && day <= next) ? [] : [{ on, for: next }];
  });
  return looks.length === 0 ? [] : [{ history: quiet, looks }];
}
