import { addDays, type LocalDate } from '../../model/date.ts';
import { expectedInvoices } from '../../oracle/invoicing/expected-invoices.ts';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';
import { later } from '../../oracle/time/calendar.ts';
import { dayInZone } from '../../oracle/time/time-zone.ts';
import { actsOfSubscription } from '../subscription-acts.ts';
import type { CustomerHistory } from './customer-history.ts';

/** A customer who is shown what comes next on days after which nothing is told until it comes. */
export interface PreviewedHistory {
  readonly history: CustomerHistory;
  readonly looks: readonly Look[];
  readonly asks: readonly Ask[];
}

export interface Look {
  readonly on: LocalDate;
  /** The day of the next invoice. */
  readonly for: LocalDate;
}

/** A deed that is asked about the day before it is done. */
export interface Ask {
  readonly on: LocalDate;
  /** The key of the subscription. */
  readonly subscription: string;
  readonly act: { readonly kind: 'change'; readonly plan: string } | { readonly kind: 'end' };
  /** The day on which it is done. */
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
  const all = billing.subscriptions.flatMap(actsOfSubscription).map(({ on }) => on);
  const asks = billing.subscriptions
    .flatMap(asksAbout)
    .filter((ask) => all.filter((on) => on === ask.for).length === 1)
    .filter((ask) => !quiet.billing.usage.some((one) => toldOn(one) === ask.for));
  return looks.length === 0 ? [] : [{ history: quiet, looks, asks }];
}

/** Of what is done on the very day on which it is told, when the order was there the day before. */
function asksAbout(subscription: SubscriptionHistory): readonly Ask[] {
  const { key, start, toldOn = start } = subscription;
  return actsOfSubscription(subscription).flatMap((act): readonly Ask[] => {
    if (act.kind !== 'change' && act.kind !== 'cancel') return [];
    if (act.timing.kind !== 'date' || act.timing.date !== act.on || act.on <= toldOn) return [];
    const planned =
      act.kind === 'change' ? ({ kind: 'change', plan: act.plan } as const) : { kind: 'end' as const };
    return [{ on: addDays(act.on, -1), subscription: key, act: planned, for: act.on }];
  });
}
