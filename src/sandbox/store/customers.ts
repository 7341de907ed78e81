import type { Customer, Discount, NewCustomer, TaxRate } from '../../model/billing/customer.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { Refusal, refuseUnknown } from '../refusal.ts';
import { textOf } from './columns.ts';
import type { Row } from './store.ts';

export function insertCustomer(context: Context, id: string, customer: NewCustomer): void {
  const { store, tenantId } = context;
  const inserted = store.run(
    'INSERT OR IGNORE INTO customers (tenant, id, key, name, country, currency, time_zone) VALUES (?, ?, ?, ?, ?, ?, ?)',
    tenantId,
    id,
    customer.key,
    customer.name,
    customer.country,
    customer.currency,
    customer.timeZone,
  );
  if (inserted === 1) return;
  throw new Refusal({
    status: 409,
    field: 'key',
    message: `Found another customer with the key ${customer.key}.`,
  });
}

export function findCustomer(context: Context, id: string): Customer | null {
  const row = context.store.first(
    'SELECT * FROM customers WHERE tenant = ? AND id = ?',
    context.tenantId,
    id,
  );
  return row === null ? null : customerFrom(row);
}

export function customerIdByKey(context: Context, key: string): string | null {
  const row = context.store.first(
    'SELECT id FROM customers WHERE tenant = ? AND key = ?',
    context.tenantId,
    key,
  );
  return row === null ? null : textOf(row, 'id');
}

export function customerById(context: Context, id: string): Customer {
  return findCustomer(context, id) ?? refuseUnknown('customerId', id);
}

export function insertDiscount(context: Context, customerId: string, discount: Discount): void {
  context.store.run(
    'INSERT INTO discounts (tenant, customer, code, percent) VALUES (?, ?, ?, ?)',
    context.tenantId,
    customerId,
    discount.code,
    discount.percent,
  );
}

/** In order of redemption. */
export function discountsOf(context: Context, customerId: string): readonly Discount[] {
  return context.store
    .all(
      'SELECT * FROM discounts WHERE tenant = ? AND customer = ? ORDER BY seq',
      context.tenantId,
      customerId,
    )
    .map((row) => ({ code: textOf(row, 'code'), kind: 'percent', percent: textOf(row, 'percent') }));
}

export function saveTaxRate(context: Context, rate: TaxRate): void {
  context.store.run(
    'INSERT OR REPLACE INTO tax_rates (tenant, country, valid_from, rate_percent) VALUES (?, ?, ?, ?)',
    context.tenantId,
    rate.country,
    rate.from,
    rate.ratePercent,
  );
}

/** The rate in force on the day; "0" where none was ever set. */
export function taxPercentOn(context: Context, country: string, date: LocalDate): string {
  const row = context.store.first(
    'SELECT rate_percent FROM tax_rates WHERE tenant = ? AND country = ? AND valid_from <= ? ORDER BY valid_from DESC LIMIT 1',
    context.tenantId,
    country,
    date,
  );
  return row === null ? '0' : textOf(row, 'rate_percent');
}

function customerFrom(row: Row): Customer {
  return {
    id: textOf(row, 'id'),
    key: textOf(row, 'key'),
    name: textOf(row, 'name'),
    country: textOf(row, 'country'),
    currency: textOf(row, 'currency'),
    timeZone: textOf(row, 'time_zone'),
  };
}
