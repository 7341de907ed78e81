import type { InvoiceLineKind } from '../../model/billing/invoice.ts';
import { localDate } from '../../model/date.ts';
import type { InvoiceDraft, StoredInvoice, StoredLine } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';
import { refuseUnknown } from '../refusal.ts';
import { countOf, integerOf, textOf, textOrNull } from './columns.ts';
import { creditsUsedOn } from './invoice-credits.ts';
import { paymentsForInvoice } from './payments.ts';
import type { Row } from './store.ts';
import { voidOf } from './voids.ts';

export function insertInvoice(context: Context, id: string, draft: InvoiceDraft): void {
  context.store.run(
    `INSERT INTO invoices (tenant, id, number, customer, currency, issue_date, due_date, subtotal, discount, tax, total)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    id,
    nextNumber(context),
    draft.customerId,
    draft.currency,
    draft.issueDate,
    draft.dueDate,
    draft.subtotal,
    draft.discount,
    draft.tax,
    draft.total,
  );
  draft.lines.forEach((line, index) => {
    insertLine(context, { invoiceId: id, number: index + 1, line });
  });
}

export function invoiceById(context: Context, id: string): StoredInvoice {
  const row = context.store.first('SELECT * FROM invoices WHERE tenant = ? AND id = ?', context.tenantId, id);
  return row === null ? refuseUnknown('invoiceId', id) : invoiceFrom(context, row);
}

export function invoiceFrom(context: Context, row: Row): StoredInvoice {
  const id = textOf(row, 'id');
  const lines = linesOf(context, id);
  return {
    id,
    number: textOf(row, 'number'),
    sequence: countOf(row, 'seq'),
    customerId: textOf(row, 'customer'),
    currency: textOf(row, 'currency'),
    issueDate: localDate(textOf(row, 'issue_date')),
    dueDate: localDate(textOf(row, 'due_date')),
    lines,
    subtotal: integerOf(row, 'subtotal'),
    discount: integerOf(row, 'discount'),
    tax: integerOf(row, 'tax'),
    total: integerOf(row, 'total'),
    paid: context.rules.amountSettled({
      payments: paymentsFor(context, id),
      parts: lines.flatMap((line) => [line.net - line.discount, line.tax]),
    }),
    credited: creditsUsedOn(context, id).reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    voidedOn: voidOf(context, id)?.date ?? null,
  };
}

/** Numbers have no gap: they are counted in the transaction that issues. */
function nextNumber(context: Context): string {
  const row = context.store.first(
    'SELECT number FROM invoices WHERE tenant = ? ORDER BY seq DESC LIMIT 1',
    context.tenantId,
  );
  const last = row === null ? 0 : Number(textOf(row, 'number').slice(4));
  return `INV-${String(last + 1).padStart(6, '0')}`;
}

function insertLine(
  context: Context,
  entry: { readonly invoiceId: string; readonly number: number; readonly line: StoredLine },
): void {
  const { line } = entry;
  context.store.run(
    `INSERT INTO invoice_lines (tenant, invoice, number, kind, text, subscription, plan, charge, price_version,
     period_from, period_to, quantity, net, discount, tax) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    entry.invoiceId,
    entry.number,
    line.kind,
    line.text,
    line.subscriptionId,
    line.plan,
    line.charge,
    line.priceVersion,
    line.period?.from ?? null,
    line.period?.to ?? null,
    line.quantity,
    line.net,
    line.discount,
    line.tax,
  );
}

function linesOf(context: Context, invoiceId: string): readonly StoredLine[] {
  return context.store
    .all(
      'SELECT * FROM invoice_lines WHERE tenant = ? AND invoice = ? ORDER BY number',
      context.tenantId,
      invoiceId,
    )
    .map(lineFrom);
}

function lineFrom(row: Row): StoredLine {
  const version = textOrNull(row, 'price_version');
  const from = textOrNull(row, 'period_from');
  const to = textOrNull(row, 'period_to');
  return {
    // Only `insertLine` writes the column, from a value of this type.
    kind: textOf(row, 'kind') as InvoiceLineKind,
    text: textOf(row, 'text'),
    subscriptionId: textOrNull(row, 'subscription'),
    plan: textOrNull(row, 'plan'),
    charge: textOrNull(row, 'charge'),
    priceVersion: version === null ? null : localDate(version),
    period: from === null || to === null ? null : { from: localDate(from), to: localDate(to) },
    quantity: textOf(row, 'quantity'),
    net: integerOf(row, 'net'),
    discount: integerOf(row, 'discount'),
    tax: integerOf(row, 'tax'),
  };
}

function paymentsFor(context: Context, invoiceId: string): readonly bigint[] {
  return paymentsForInvoice(context, invoiceId)
    .filter(({ status }) => context.rules.countsAsPaid(status))
    .map(({ amount }) => amount.amountMinor);
}
