import { localDate, type Period } from '../../model/date.ts';
import type {
  InvoiceAccount,
  InvoiceDiscount,
  InvoiceDraft,
  InvoiceTax,
  StoredInvoice,
} from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';
import { refuseUnknown } from '../refusal.ts';
import { countOf, integerOf, textOf } from './columns.ts';
import { creditsUsedOn } from './invoice-credits.ts';
import { insertLine, type LineAmounts, lineAmountsOf, linesOf } from './invoice-lines.ts';
import { paymentsForInvoice } from './payments.ts';
import { refundedFor } from './refunds.ts';
import type { Row } from './store.ts';
import { voidOf } from './voids.ts';

export function insertInvoice(context: Context, id: string, draft: InvoiceDraft): void {
  context.store.run(
    `INSERT INTO invoices (tenant, id, number, customer, currency, issue_date, due_date, subtotal, discount, tax, total, discounts, taxes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    id,
    context.procedures.nextInvoiceNumber(context, draft.customerId),
    draft.customerId,
    draft.currency,
    draft.issueDate,
    draft.dueDate,
    draft.subtotal,
    draft.discount,
    draft.tax,
    draft.total,
    writeShares(draft.discounts),
    writeShares(draft.taxes),
  );
  draft.lines.forEach((line, index) => {
    insertLine(context, { invoiceId: id, number: index + 1, line });
  });
}

export function invoiceById(context: Context, id: string): StoredInvoice {
  const row = context.store.first('SELECT * FROM invoices WHERE tenant = ? AND id = ?', context.tenantId, id);
  return row === null ? refuseUnknown('invoiceId', id) : invoiceFrom(context, row);
}

/** None or one: numbers are never given twice. */
export function invoicesByNumber(context: Context, number: string): readonly StoredInvoice[] {
  return context.store
    .all('SELECT * FROM invoices WHERE tenant = ? AND number = ?', context.tenantId, number)
    .map((row) => invoiceFrom(context, row));
}

/** In order of issue. */
export function invoicesOf(context: Context, customerId: string): readonly StoredInvoice[] {
  return context.store
    .all(
      'SELECT * FROM invoices WHERE tenant = ? AND customer = ? ORDER BY issue_date, seq',
      context.tenantId,
      customerId,
    )
    .map((row) => invoiceFrom(context, row));
}

/** The same, as far as they are owed: for those who look every day. */
export function accountsOf(context: Context, customerId: string): readonly InvoiceAccount[] {
  return context.store
    .all(
      'SELECT id, issue_date, due_date, total FROM invoices WHERE tenant = ? AND customer = ? ORDER BY issue_date, seq',
      context.tenantId,
      customerId,
    )
    .map((row) => accountFrom(context, row, lineAmountsOf(context, textOf(row, 'id'))));
}

/** The invoice in force that charged a service which has the days in its period; null when there is none. */
export function invoiceOfService(
  context: Context,
  service: { readonly subscriptionId: string; readonly charge: string; readonly days: Period },
): StoredInvoice | null {
  const row = context.store.first(
    `SELECT invoices.* FROM invoice_lines AS line
     JOIN invoices ON invoices.tenant = line.tenant AND invoices.id = line.invoice
     WHERE line.tenant = ? AND line.subscription = ? AND line.charge = ? AND line.period_from <= ? AND line.period_to >= ?
     AND line.kind IN ('recurring', 'proration-charge') AND NOT EXISTS (
       SELECT 1 FROM invoice_voids AS void WHERE void.tenant = line.tenant AND void.invoice = line.invoice)
     ORDER BY invoices.seq DESC LIMIT 1`,
    context.tenantId,
    service.subscriptionId,
    service.charge,
    service.days.from,
    service.days.to,
  );
  return row === null ? null : invoiceFrom(context, row);
}

export function invoiceFrom(context: Context, row: Row): StoredInvoice {
  const lines = linesOf(context, textOf(row, 'id'));
  return {
    ...accountFrom(context, row, lines),
    number: textOf(row, 'number'),
    sequence: countOf(row, 'seq'),
    customerId: textOf(row, 'customer'),
    currency: textOf(row, 'currency'),
    lines,
    subtotal: integerOf(row, 'subtotal'),
    discount: integerOf(row, 'discount'),
    tax: integerOf(row, 'tax'),
    discounts: readShares<InvoiceDiscount>(row, 'discounts'),
    taxes: readShares<InvoiceTax>(row, 'taxes'),
  };
}

function accountFrom(context: Context, row: Row, lines: readonly LineAmounts[]): InvoiceAccount {
  const id = textOf(row, 'id');
  return {
    id,
    issueDate: localDate(textOf(row, 'issue_date')),
    dueDate: localDate(textOf(row, 'due_date')),
    total: integerOf(row, 'total'),
    paid: context.rules.amountSettled({
      payments: paymentsFor(context, id),
      parts: lines.flatMap((line) => [line.net - line.discount, line.tax]),
    }),
    credited: creditsUsedOn(context, id).reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    voidedOn: voidOf(context, id)?.date ?? null,
  };
}

/** What came, and what went back again. */
function paymentsFor(context: Context, invoiceId: string): readonly bigint[] {
  const came = paymentsForInvoice(context, invoiceId)
    .filter(({ status }) => context.rules.countsAsPaid(status))
    .map(({ amount }) => amount.amountMinor);
  const back = context.rules.refundReopens() ? refundedFor(context, invoiceId) : 0n;
  return back === 0n ? came : [...came, -back];
}

/** Amounts are whole numbers that JSON has no word for: they are written as text with an n behind. */
function writeShares(shares: readonly object[]): string {
  return JSON.stringify(shares, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}

function readShares<Share>(row: Row, column: string): readonly Share[] {
  const text = textOf(row, column);
  // Most invoices have none, and to look at each value takes long.
  if (text === '[]') return [];
  // Only `insertInvoice` writes the column, from values of this type.
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value,
  ) as readonly Share[];
}
