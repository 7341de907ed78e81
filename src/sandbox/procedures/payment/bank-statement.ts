import type { StatementResult } from '../../../model/billing/bank.ts';
import { localDate } from '../../../model/date.ts';
import { type Money, parseMoney } from '../../../model/money.ts';
import type { StoredInvoice } from '../../billing/stored-invoice.ts';
import type { Booking, CashApplication, StatementLine } from '../../engine/bank-procedures.ts';
import type { Context } from '../../engine.ts';
import { Refusal, refuse, refuseUnknown } from '../../refusal.ts';
import { insertBooking, noteApplied, unappliedBookings } from '../../store/bank.ts';
import { invoicesByNumber } from '../../store/invoices.ts';

const heading = 'reference,booked,amount,currency,text,name';

/** Line by line: what one of them says wrongly is told with its place, and the others are booked. */
export function importStatement(context: Context, content: string): readonly StatementResult[] {
  const [first = '', ...lines] = content.replaceAll('\r\n', '\n').replace(/\n+$/, '').split('\n');
  if (first !== heading)
    refuse('content', `Found the heading "${first.slice(0, 100)}", expected "${heading}".`);
  return lines.map((text, index) => {
    const line = index + 2;
    const cells = cellsOf(text);
    if (cells === null)
      return { kind: 'rejected', line, field: '', reason: 'Found a quote that does not end.' };
    return context.procedures.bookLine(context, { line, cells });
  });
}

export function bookLine(context: Context, { line, cells }: StatementLine): StatementResult {
  try {
    return context.store.transaction(() => book(context, line, bookingOf(cells)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: 'rejected', line, field: error.field, reason: error.message };
  }
}

export function claimBooking(context: Context, booking: Booking): boolean {
  return insertBooking(context, context.rules.bookingKey(booking), booking);
}

/** What the sender wrote decides; an amount alone says nothing of who pays what. */
export function matchBooking(context: Context, { text, amount }: Booking): readonly StoredInvoice[] {
  const named = context.rules
    .invoiceNumbersIn(text)
    .flatMap((number) => invoicesByNumber(context, number))
    .filter(({ currency }) => currency === amount.currency);
  const [first] = named;
  return named.filter(({ customerId }) => customerId === first?.customerId);
}

export function applyCash(context: Context, { reference, customerId }: CashApplication): void {
  context.store.transaction(() => {
    const booking = unappliedBookings(context).find((each) => each.reference === reference);
    if (booking === undefined) refuseUnknown('reference', reference);
    receive(context, { booking, customerId, invoiceIds: null });
  });
}

function book(context: Context, line: number, booking: Booking): StatementResult {
  const { reference } = booking;
  if (!context.procedures.claimBooking(context, booking)) return { kind: 'known', line, reference };
  const invoices = context.procedures.matchBooking(context, booking);
  const [first] = invoices;
  if (first === undefined) return { kind: 'unapplied', line, reference };
  const invoiceIds = invoices.map(({ id }) => id);
  receive(context, { booking, customerId: first.customerId, invoiceIds });
  return { kind: 'matched', line, reference, invoiceIds };
}

function receive(
  context: Context,
  of: {
    readonly booking: Booking;
    readonly customerId: string;
    readonly invoiceIds: readonly string[] | null;
  },
): void {
  const { booking, customerId, invoiceIds } = of;
  const key = `bank ${context.rules.bookingKey(booking)}`;
  context.procedures.receiveMoney(context, { key, customerId, amount: booking.amount, invoiceIds });
  noteApplied(context, booking.reference);
}

function bookingOf(cells: readonly string[]): Booking {
  const [reference = '', booked = '', amount = '', currency = '', text = '', name = ''] = cells;
  if (cells.length !== 6) refuse('', `Found ${cells.length} cells, expected 6.`);
  if (reference === '') refuse('reference', 'Found nothing, expected the reference of the bank.');
  const money = readBy('amount', () => parseMoney(amount, currency));
  if (!isExact(amount, money)) refuse('amount', `Found "${amount}", expected an amount of ${currency}.`);
  if (money.amountMinor <= 0n) refuse('amount', `Found ${amount}, expected money that came in.`);
  return { reference, bookedOn: readBy('booked', () => localDate(booked)), amount: money, text, name };
}

/** Banks write all digits of a currency; fewer of them may be a comma that was lost. */
function isExact(text: string, { amountMinor }: Money): boolean {
  return (
    text.replace(/[.-]/g, '').replace(/^0+(?=\d)/, '') ===
    String(amountMinor < 0n ? -amountMinor : amountMinor)
  );
}

function readBy<Value>(field: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    return refuse(field, error instanceof Error ? error.message : String(error));
  }
}

/** Cells of RFC 4180 on one line; null when a quote does not end. */
function cellsOf(text: string): readonly string[] | null {
  const cells: string[] = [];
  let rest = text;
  while (true) {
    const match = /^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/.exec(rest);
    if (match === null) return null;
    const [all, quoted, plain = '', end] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') return cells;
    rest = rest.slice(all.length);
  }
}
