import type { DunningPolicy, LateCharge, Reminder } from '../../model/billing/dunning.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { countOf, integerOf, textOf, textOrNull } from './columns.ts';

export function saveDunningPolicy(context: Context, policy: DunningPolicy): void {
  context.store.run(
    'INSERT OR REPLACE INTO dunning_policies (tenant, body) VALUES (?, ?)',
    context.tenantId,
    JSON.stringify(policy),
  );
}

/** Null while nobody is dunned. */
export function dunningPolicyOf(context: Context): DunningPolicy | null {
  const row = context.store.first('SELECT body FROM dunning_policies WHERE tenant = ?', context.tenantId);
  // Only `saveDunningPolicy` writes the column, from a value of this type.
  return row === null ? null : (JSON.parse(textOf(row, 'body')) as DunningPolicy);
}

export interface DunningStanding {
  readonly level: string | null;
  readonly isSuspended: boolean;
}

export function standingOf(context: Context, customerId: string): DunningStanding {
  const row = context.store.first(
    'SELECT level, suspended FROM dunning_states WHERE tenant = ? AND customer = ?',
    context.tenantId,
    customerId,
  );
  if (row === null) return { level: null, isSuspended: false };
  return { level: textOrNull(row, 'level'), isSuspended: countOf(row, 'suspended') === 1 };
}

export function saveStanding(context: Context, customerId: string, standing: DunningStanding): void {
  context.store.run(
    'INSERT OR REPLACE INTO dunning_states (tenant, customer, level, suspended) VALUES (?, ?, ?, ?)',
    context.tenantId,
    customerId,
    standing.level,
    standing.isSuspended ? 1 : 0,
  );
}

export function insertReminder(context: Context, customerId: string, reminder: Reminder): void {
  context.store.run(
    'INSERT INTO reminders (tenant, customer, date, level, currency, overdue) VALUES (?, ?, ?, ?, ?, ?)',
    context.tenantId,
    customerId,
    reminder.date,
    reminder.level,
    reminder.overdue.currency,
    reminder.overdue.amountMinor,
  );
}

export function remindersOf(context: Context, customerId: string): readonly Reminder[] {
  return context.store
    .all(
      'SELECT * FROM reminders WHERE tenant = ? AND customer = ? ORDER BY seq',
      context.tenantId,
      customerId,
    )
    .map((row) => ({
      date: localDate(textOf(row, 'date')),
      level: textOf(row, 'level'),
      overdue: { currency: textOf(row, 'currency'), amountMinor: integerOf(row, 'overdue') },
    }));
}

export function insertLateCharge(context: Context, customerId: string, charge: LateCharge): void {
  context.store.run(
    `INSERT INTO late_charges (tenant, invoice, customer, date, level, currency, fee, interest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    charge.invoiceId,
    customerId,
    charge.date,
    charge.level,
    charge.fee.currency,
    charge.fee.amountMinor,
    charge.interest.amountMinor,
  );
}

export function lateChargesOf(context: Context, customerId: string): readonly LateCharge[] {
  return context.store
    .all(
      'SELECT * FROM late_charges WHERE tenant = ? AND customer = ? ORDER BY rowid',
      context.tenantId,
      customerId,
    )
    .map((row) => ({
      date: localDate(textOf(row, 'date')),
      level: textOf(row, 'level'),
      fee: { currency: textOf(row, 'currency'), amountMinor: integerOf(row, 'fee') },
      interest: { currency: textOf(row, 'currency'), amountMinor: integerOf(row, 'interest') },
      invoiceId: textOf(row, 'invoice'),
    }));
}

/** Until when interest on the invoice was charged; null when none was. */
export function interestChargedUntil(context: Context, invoiceId: string): LocalDate | null {
  const row = context.store.first(
    'SELECT until FROM interest_charged WHERE tenant = ? AND invoice = ?',
    context.tenantId,
    invoiceId,
  );
  return row === null ? null : localDate(textOf(row, 'until'));
}

export function noteInterestCharged(context: Context, invoiceId: string, until: LocalDate): void {
  context.store.run(
    'INSERT OR REPLACE INTO interest_charged (tenant, invoice, until) VALUES (?, ?, ?)',
    context.tenantId,
    invoiceId,
    until,
  );
}

export function noteDecline(context: Context, paymentId: string, decline: 'soft' | 'hard'): void {
  context.store.run(
    'INSERT OR REPLACE INTO payment_declines (tenant, payment, decline) VALUES (?, ?, ?)',
    context.tenantId,
    paymentId,
    decline,
  );
}

/** A decline that nobody explained may go through later. */
export function declineOf(context: Context, paymentId: string): 'soft' | 'hard' {
  const row = context.store.first(
    'SELECT decline FROM payment_declines WHERE tenant = ? AND payment = ?',
    context.tenantId,
    paymentId,
  );
  return row !== null && textOf(row, 'decline') === 'hard' ? 'hard' : 'soft';
}
