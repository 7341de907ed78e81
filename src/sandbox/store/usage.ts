import type { UsageEvent } from '../../model/billing/usage.ts';
import { type Instant, instant } from '../../model/date.ts';
import { type Fraction, fractionFromDecimal } from '../arithmetic/fraction.ts';
import type { Context } from '../engine.ts';
import type { UsageWindow } from '../rules/usage-window.ts';
import { countOf, textOf } from './columns.ts';

/** False when an event with the key is there already. */
export function insertUsage(context: Context, dedupKey: string, event: UsageEvent): boolean {
  const inserted = context.store.run(
    'INSERT OR IGNORE INTO usage_events (tenant, dedup_key, event_id, customer, meter, quantity, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    context.tenantId,
    dedupKey,
    event.id,
    event.customerId,
    event.meter,
    event.quantity,
    event.at,
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

/** Quantities of the window's events, oldest first. */
export function usageQuantities(
  context: Context,
  of: { readonly customerId: string; readonly meter: string; readonly window: UsageWindow },
): readonly Fraction[] {
  return context.store
    .all(
      'SELECT quantity FROM usage_events WHERE tenant = ? AND customer = ? AND meter = ? AND at >= ? AND at < ? ORDER BY at, seq',
      context.tenantId,
      of.customerId,
      of.meter,
      of.window.from,
      of.window.to,
    )
    .map((row) => fractionFromDecimal(textOf(row, 'quantity')));
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
