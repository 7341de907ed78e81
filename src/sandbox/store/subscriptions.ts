import type { NewSubscription } from '../../model/billing/subscription.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { Refusal, refuseUnknown } from '../refusal.ts';
import { countOf, textOf, textOrNull } from './columns.ts';
import type { Row } from './store.ts';

export interface StoredSubscription {
  readonly id: string;
  readonly key: string;
  readonly customerId: string;
  readonly start: LocalDate;
  readonly quantity: string;
  readonly billing: NewSubscription['billing'];
  /** The first day that is not served any more. */
  readonly cancelledFrom: LocalDate | null;
}

/** From `start` on the subscription is on the plan, in periods counted from `anchor`. */
export interface Assignment {
  readonly number: number;
  readonly plan: string;
  readonly start: LocalDate;
  readonly anchor: LocalDate;
}

export function insertSubscription(context: Context, id: string, subscription: NewSubscription): void {
  const inserted = context.store.run(
    'INSERT OR IGNORE INTO subscriptions (tenant, id, key, customer, start, quantity, billing) VALUES (?, ?, ?, ?, ?, ?, ?)',
    context.tenantId,
    id,
    subscription.key,
    subscription.customerId,
    subscription.start,
    subscription.quantity,
    subscription.billing,
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

export function setCancelledFrom(context: Context, id: string, date: LocalDate): void {
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

export function insertAssignment(context: Context, subscriptionId: string, assignment: Assignment): void {
  context.store.run(
    'INSERT INTO assignments (tenant, subscription, number, plan, start, anchor) VALUES (?, ?, ?, ?, ?, ?)',
    context.tenantId,
    subscriptionId,
    assignment.number,
    assignment.plan,
    assignment.start,
    assignment.anchor,
  );
}

/** Takes back changes that were planned for later than `date`; the first plan stays. */
export function dropAssignmentsAfter(context: Context, subscriptionId: string, date: LocalDate): void {
  context.store.run(
    'DELETE FROM assignments WHERE tenant = ? AND subscription = ? AND number > 0 AND start > ?',
    context.tenantId,
    subscriptionId,
    date,
  );
}

export function assignmentsOf(context: Context, subscriptionId: string): readonly Assignment[] {
  return context.store
    .all(
      'SELECT * FROM assignments WHERE tenant = ? AND subscription = ? ORDER BY number',
      context.tenantId,
      subscriptionId,
    )
    .map((row) => ({
      number: countOf(row, 'number'),
      plan: textOf(row, 'plan'),
      start: localDate(textOf(row, 'start')),
      anchor: localDate(textOf(row, 'anchor')),
    }));
}

function subscriptionFrom(row: Row): StoredSubscription {
  const cancelledFrom = textOrNull(row, 'cancelled_from');
  return {
    id: textOf(row, 'id'),
    key: textOf(row, 'key'),
    customerId: textOf(row, 'customer'),
    start: localDate(textOf(row, 'start')),
    quantity: textOf(row, 'quantity'),
    billing: textOf(row, 'billing') === 'calendar' ? 'calendar' : 'anniversary',
    cancelledFrom: cancelledFrom === null ? null : localDate(cancelledFrom),
  };
}
