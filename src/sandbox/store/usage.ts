import type { Customer } from '../../model/billing/customer.ts';
import type { UsageEvent } from '../../model/billing/usage.ts';
import { type Instant, instant } from '../../model/date.ts';
import { fractionFromDecimal } from '../arithmetic/fraction.ts';
import { localHour } from '../arithmetic/zone.ts';
import type { Context } from '../engine.ts';
import type { MeteredEvent } from '../rules/usage/metered-event.ts';
import type { UsageWindow } from '../rules/usage/usage-window.ts';
import { countOf, textOf, textOrNull } from './columns.ts';
import type { Row } from './store.ts';

/** False when an event with the key is there already. */
export function insertUsage(
  context: Context,
  dedupKey: string,
  taken: { readonly event: UsageEvent; readonly isLate: boolean },
): boolean {
  const { event, isLate } = taken;
  const inserted = context.store.run(
    `INSERT OR IGNORE INTO usage_events
     (tenant, dedup_key, event_id, customer, meter, quantity, at, subscription, properties, subject, operation, late)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    dedupKey,
    event.id,
    event.customerId,
    event.meter,
    event.quantity,
    event.at,
    event.subscriptionId ?? null,
    event.properties === undefined ? null : JSON.stringify(event.properties),
    event.subject ?? null,
    event.operation ?? null,
    Number(isLate),
  );
  return inserted === 1;
}

export function hasUsage(context: Context, dedupKey: string): boolean {
  return (
    context.store.first(
      'SELECT 1 FROM usage_events WHERE tenant = ? AND dedup_key = ?',
      context.tenantId,
      dedupKey,
    ) !== null
  );
}

/** An event as it was taken in. */
export interface StoredUsage extends MeteredEvent {
  /** Null where it counts for every subscription of the customer. */
  readonly subscriptionId: string | null;
}

/** The window's events of a meter, in the order of their arrival. */
export function usageEvents(
  context: Context,
  of: { readonly customer: Customer; readonly meter: string; readonly window: UsageWindow },
): readonly StoredUsage[] {
  const { customer, meter, window } = of;
  return context.store
    .all(
      'SELECT * FROM usage_events WHERE tenant = ? AND customer = ? AND meter = ? AND at >= ? AND at < ? ORDER BY seq',
      context.tenantId,
      customer.id,
      meter,
      window.from,
      window.to,
    )
    .map((row) => usageFrom(row, customer));
}

function usageFrom(row: Row, { timeZone }: Customer): StoredUsage {
  const id = textOf(row, 'event_id');
  const at = instant(textOf(row, 'at'));
  const properties = textOrNull(row, 'properties');
  return {
    id,
    quantity: fractionFromDecimal(textOf(row, 'quantity')),
    at,
    localHour: localHour(at, timeZone),
    subscriptionId: textOrNull(row, 'subscription'),
    // Only `insertUsage` writes the column, from a value of this type.
    properties: properties === null ? {} : (JSON.parse(properties) as MeteredEvent['properties']),
    subject: textOrNull(row, 'subject') ?? id,
    operation: textOrNull(row, 'operation') === 'remove' ? 'remove' : 'add',
  };
}

/** Usage of the customer that was taken in after its bill was out. */
export function lateUsage(
  context: Context,
  customerId: string,
): readonly { readonly meter: string; readonly at: Instant }[] {
  return context.store
    .all(
      'SELECT DISTINCT meter, at FROM usage_events WHERE tenant = ? AND customer = ? AND late = 1',
      context.tenantId,
      customerId,
    )
    .map((row) => ({ meter: textOf(row, 'meter'), at: instant(textOf(row, 'at')) }));
}

/** Up to which moment the customer's usage of the meter was billed; null when it never was. */
export function usageClosedTo(context: Context, customerId: string, meter: string): Instant | null {
  const row = context.store.first(
    'SELECT closed_to FROM usage_closed WHERE tenant = ? AND customer = ? AND meter = ?',
    context.tenantId,
    customerId,
    meter,
  );
  return row === null ? null : instant(textOf(row, 'closed_to'));
}

export function closeUsage(
  context: Context,
  of: { readonly customerId: string; readonly meter: string; readonly to: Instant },
): void {
  context.store.run(
    `INSERT INTO usage_closed (tenant, customer, meter, closed_to) VALUES (?, ?, ?, ?)
     ON CONFLICT (tenant, customer, meter) DO UPDATE SET closed_to = max(closed_to, excluded.closed_to)`,
    context.tenantId,
    of.customerId,
    of.meter,
    of.to,
  );
}

/** How far the list of a customer's events has come. */
export function lastUsageSequence(context: Context, customerId: string): number {
  const row = context.store.first(
    'SELECT coalesce(max(seq), 0) AS seq FROM usage_events WHERE tenant = ? AND customer = ?',
    context.tenantId,
    customerId,
  );
  return row === null ? 0 : countOf(row, 'seq');
}
