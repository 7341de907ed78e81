import type { ChargePrice } from '../../model/billing/catalog.ts';
import type { NewSubscription, Term } from '../../model/billing/subscription.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { Refusal, refuseUnknown } from '../refusal.ts';
import { textOf, textOrNull } from './columns.ts';
import type { Row } from './store.ts';

export interface StoredSubscription {
  readonly id: string;
  readonly key: string;
  readonly customerId: string;
  readonly start: LocalDate;
  /** As ordered; what it became stands in the assignments. */
  readonly quantity: string;
  readonly billing: NewSubscription['billing'];
  /** The first day that is not served any more. */
  readonly cancelledFrom: LocalDate | null;
  /** The subscription that this one is an add-on to. */
  readonly addOnTo: string | null;
  /** The first day after the trial. */
  readonly trialEnd: LocalDate | null;
  readonly agreement: Agreement;
}

/** What was agreed with the customer at the order. */
export interface Agreement {
  /** The plan for which the prices were agreed. */
  readonly plan: string;
  readonly negotiated: readonly ChargePrice[];
  readonly term: Term | null;
  /** Whether its periods go by the day of the month that such subscriptions of the customer share. */
  readonly sharesBillDay: boolean;
  /** What was agreed with later changes of plan, in their order. */
  readonly changes: readonly AgreedChange[];
}

export interface AgreedChange {
  /** The number of the assignment that the change made. */
  readonly assignment: number;
  readonly plan: string;
  readonly negotiated: readonly ChargePrice[];
}

export interface SigningParts {
  readonly id: string;
  readonly subscription: NewSubscription;
  /** Null without a trial. */
  readonly trialEnd: LocalDate | null;
}

export function insertSubscription(context: Context, { id, subscription, trialEnd }: SigningParts): void {
  const { plan, negotiated = [], term = null, sharesBillDay = false } = subscription;
  const agreement: Agreement = { plan, negotiated, term, sharesBillDay, changes: [] };
  const inserted = context.store.run(
    `INSERT OR IGNORE INTO subscriptions
     (tenant, id, key, customer, start, quantity, billing, base, trial_end, agreement)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    id,
    subscription.key,
    subscription.customerId,
    subscription.start,
    subscription.quantity,
    subscription.billing,
    subscription.addOnTo ?? null,
    trialEnd,
    JSON.stringify(agreement),
  );
  if (inserted === 1) return;
  throw new Refusal({
    status: 409,
    field: 'key',
    message: `Found another subscription with the key ${subscription.key}.`,
  });
}

export function subscriptionById(context: Context, id: string): StoredSubscription {
  const row = context.store.first(
    'SELECT * FROM subscriptions WHERE tenant = ? AND id = ?',
    context.tenantId,
    id,
  );
  return row === null ? refuseUnknown('subscriptionId', id) : subscriptionFrom(row);
}

export function subscriptionsOf(context: Context, customerId: string): readonly StoredSubscription[] {
  return context.store
    .all(
      'SELECT * FROM subscriptions WHERE tenant = ? AND customer = ? ORDER BY rowid',
      context.tenantId,
      customerId,
    )
    .map(subscriptionFrom);
}

/** Ids of those that start after `from` and not after `to`, in order of start. */
export function subscriptionsStarting(context: Context, from: LocalDate, to: LocalDate): readonly string[] {
  return context.store
    .all(
      'SELECT id FROM subscriptions WHERE tenant = ? AND start > ? AND start <= ? ORDER BY start, rowid',
      context.tenantId,
      from,
      to,
    )
    .map((row) => textOf(row, 'id'));
}

export function setAgreement(context: Context, id: string, agreement: Agreement): void {
  context.store.run(
    'UPDATE subscriptions SET agreement = ? WHERE tenant = ? AND id = ?',
    JSON.stringify(agreement),
    context.tenantId,
    id,
  );
}

/** Null takes a planned end back. */
export function setCancelledFrom(context: Context, id: string, date: LocalDate | null): void {
  context.store.run(
    'UPDATE subscriptions SET cancelled_from = ? WHERE tenant = ? AND id = ?',
    date,
    context.tenantId,
    id,
  );
}

export function setNextDue(context: Context, id: string, date: LocalDate | null): void {
  context.store.run(
    'UPDATE subscriptions SET next_due = ? WHERE tenant = ? AND id = ?',
    date,
    context.tenantId,
    id,
  );
}

/** Whether anything of the subscription is still to be billed. */
export function hasNextBill(context: Context, id: string): boolean {
  return (
    context.store.first(
      'SELECT 1 FROM subscriptions WHERE tenant = ? AND id = ? AND next_due IS NOT NULL',
      context.tenantId,
      id,
    ) !== null
  );
}

/** The first day up to `to` on which something falls due; null when nothing does. */
export function firstDueDate(context: Context, to: LocalDate): LocalDate | null {
  const row = context.store.first(
    'SELECT min(next_due) AS due FROM subscriptions WHERE tenant = ? AND next_due <= ?',
    context.tenantId,
    to,
  );
  const due = row === null ? null : textOrNull(row, 'due');
  return due === null ? null : localDate(due);
}

/** Customers with a subscription; only those with something due up to `due`, unless that is null. */
export function customersToBill(context: Context, due: LocalDate | null): readonly string[] {
  const rows =
    due === null
      ? context.store.all(
          'SELECT customer FROM subscriptions WHERE tenant = ? GROUP BY customer ORDER BY min(rowid)',
          context.tenantId,
        )
      : context.store.all(
          'SELECT customer FROM subscriptions WHERE tenant = ? AND next_due <= ? GROUP BY customer ORDER BY min(rowid)',
          context.tenantId,
          due,
        );
  return rows.map((row) => textOf(row, 'customer'));
}

/** Add-ons of the subscription that have not ended yet. */
export function addOnsOf(context: Context, baseId: string): readonly StoredSubscription[] {
  return context.store
    .all('SELECT * FROM subscriptions WHERE tenant = ? AND base = ? ORDER BY rowid', context.tenantId, baseId)
    .map(subscriptionFrom);
}

function subscriptionFrom(row: Row): StoredSubscription {
  return {
    id: textOf(row, 'id'),
    key: textOf(row, 'key'),
    customerId: textOf(row, 'customer'),
    start: localDate(textOf(row, 'start')),
    quantity: textOf(row, 'quantity'),
    billing: textOf(row, 'billing') === 'calendar' ? 'calendar' : 'anniversary',
    cancelledFrom: dayOrNull(row, 'cancelled_from'),
    addOnTo: textOrNull(row, 'base'),
    trialEnd: dayOrNull(row, 'trial_end'),
    // Only `setAgreement` and `insertSubscription` write the column, from a value of this type.
    agreement: {
      negotiated: [],
      term: null,
      sharesBillDay: false,
      changes: [],
      ...JSON.parse(textOf(row, 'agreement')),
    } as Agreement,
  };
}

function dayOrNull(row: Row, column: string): LocalDate | null {
  const text = textOrNull(row, column);
  return text === null ? null : localDate(text);
}
