import type { BankMandate } from '../../model/billing/bank.ts';
import { localDate } from '../../model/date.ts';
import type { Booking } from '../engine/bank-procedures.ts';
import type { Context } from '../engine.ts';
import { integerOf, textOf } from './columns.ts';
import type { Row } from './store.ts';

export function saveMandate(context: Context, { customerId, iban, reference, signedOn }: BankMandate): void {
  context.store.run(
    'INSERT OR REPLACE INTO bank_mandates (tenant, customer, iban, reference, signed_on) VALUES (?, ?, ?, ?, ?)',
    context.tenantId,
    customerId,
    iban,
    reference,
    signedOn,
  );
}

/** In the order of their references. */
export function mandatesOf(context: Context): readonly BankMandate[] {
  return context.store
    .all('SELECT * FROM bank_mandates WHERE tenant = ? ORDER BY reference', context.tenantId)
    .map((row) => ({
      customerId: textOf(row, 'customer'),
      iban: textOf(row, 'iban'),
      reference: textOf(row, 'reference'),
      signedOn: localDate(textOf(row, 'signed_on')),
    }));
}

export interface StoredCollection {
  readonly id: string;
  readonly content: string;
}

export function collectionBy(context: Context, column: 'id' | 'key', value: string): StoredCollection | null {
  const row = context.store.first(
    `SELECT id, content FROM bank_collections WHERE tenant = ? AND ${column} = ?`,
    context.tenantId,
    value,
  );
  return row === null ? null : { id: textOf(row, 'id'), content: textOf(row, 'content') };
}

export function insertCollection(
  context: Context,
  collection: StoredCollection & { readonly key: string; readonly invoiceIds: readonly string[] },
): void {
  const { id, key, content } = collection;
  context.store.run(
    'INSERT INTO bank_collections (tenant, id, key, content) VALUES (?, ?, ?, ?)',
    context.tenantId,
    id,
    key,
    content,
  );
  for (const invoiceId of collection.invoiceIds)
    context.store.run(
      'INSERT OR IGNORE INTO bank_collected (tenant, invoice, collection) VALUES (?, ?, ?)',
      context.tenantId,
      invoiceId,
      id,
    );
}

export function isCollected(context: Context, invoiceId: string): boolean {
  return (
    context.store.first(
      'SELECT 1 FROM bank_collected WHERE tenant = ? AND invoice = ?',
      context.tenantId,
      invoiceId,
    ) !== null
  );
}

/** False when a booking with the key is there already. */
export function insertBooking(context: Context, key: string, booking: Booking): boolean {
  const inserted = context.store.run(
    `INSERT OR IGNORE INTO bank_bookings (tenant, key, reference, booked_on, currency, amount, text, name)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    key,
    booking.reference,
    booking.bookedOn,
    booking.amount.currency,
    booking.amount.amountMinor,
    booking.text,
    booking.name,
  );
  return inserted === 1;
}

/** False when it was applied before. */
export function noteApplied(context: Context, reference: string): boolean {
  const noted = context.store.run(
    'UPDATE bank_bookings SET is_applied = 1 WHERE tenant = ? AND reference = ? AND is_applied = 0',
    context.tenantId,
    reference,
  );
  return noted > 0;
}

export function unappliedBookings(context: Context): readonly Booking[] {
  return context.store
    .all('SELECT * FROM bank_bookings WHERE tenant = ? AND is_applied = 0 ORDER BY seq', context.tenantId)
    .map(bookingFrom);
}

function bookingFrom(row: Row): Booking {
  return {
    reference: textOf(row, 'reference'),
    bookedOn: localDate(textOf(row, 'booked_on')),
    amount: { currency: textOf(row, 'currency'), amountMinor: integerOf(row, 'amount') },
    text: textOf(row, 'text'),
    name: textOf(row, 'name'),
  };
}
