import { type LocalDate, localDate, type Period } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { countOf, textOf } from './columns.ts';

/** Keys of the subscription's items that were billed, with the day of the run that claimed them. */
export function claimsOf(context: Context, subscriptionId: string): ReadonlyMap<string, LocalDate> {
  const rows = context.store.all(
    'SELECT item, claimed_on FROM claims WHERE tenant = ? AND subscription = ?',
    context.tenantId,
    subscriptionId,
  );
  return new Map(rows.map((row) => [textOf(row, 'item'), localDate(textOf(row, 'claimed_on'))]));
}

/** False when somebody was first. */
export function insertClaim(
  context: Context,
  subscriptionId: string,
  claim: { readonly item: string; readonly runDate: LocalDate },
): boolean {
  const inserted = context.store.run(
    'INSERT OR IGNORE INTO claims (tenant, subscription, item, claimed_on) VALUES (?, ?, ?, ?)',
    context.tenantId,
    subscriptionId,
    claim.item,
    claim.runDate,
  );
  return inserted === 1;
}

/** A charge that was billed before its period, with what was done to the line: what a later credit takes back. */
export interface BilledAdvance {
  readonly assignment: number;
  readonly charge: string;
  /** The whole period, and how many lie between it and the anchor. */
  readonly whole: Period;
  readonly index: number;
  /** The days that it pays for. */
  readonly used: Period;
  readonly quantity: string;
  readonly priceVersion: LocalDate;
}

export function insertAdvance(context: Context, subscriptionId: string, advance: BilledAdvance): void {
  context.store.run(
    `INSERT OR IGNORE INTO billed_advances
     (tenant, subscription, assignment, charge, whole_from, whole_to, used_from, used_to, price_version,
      quantity, period_index)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    subscriptionId,
    advance.assignment,
    advance.charge,
    advance.whole.from,
    advance.whole.to,
    advance.used.from,
    advance.used.to,
    advance.priceVersion,
    advance.quantity,
    advance.index,
  );
}

/** Those that somebody pays for: an invoice that was voided gives nothing that could be credited. */
export function advancesOf(context: Context, subscriptionId: string): readonly BilledAdvance[] {
  return context.store
    .all(
      `SELECT * FROM billed_advances AS advance WHERE tenant = ? AND subscription = ? AND NOT EXISTS (
       SELECT 1 FROM voided_services AS service WHERE service.tenant = advance.tenant
       AND service.subscription = advance.subscription AND service.charge = advance.charge
       AND service.period_from = advance.used_from) ORDER BY used_from, charge`,
      context.tenantId,
      subscriptionId,
    )
    .map((row) => ({
      assignment: countOf(row, 'assignment'),
      charge: textOf(row, 'charge'),
      whole: { from: localDate(textOf(row, 'whole_from')), to: localDate(textOf(row, 'whole_to')) },
      index: countOf(row, 'period_index'),
      quantity: textOf(row, 'quantity'),
      used: { from: localDate(textOf(row, 'used_from')), to: localDate(textOf(row, 'used_to')) },
      priceVersion: localDate(textOf(row, 'price_version')),
    }));
}
