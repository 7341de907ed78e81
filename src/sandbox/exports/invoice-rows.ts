import type { ExportRow } from '../../model/billing/export.ts';
import { parseMoney } from '../../model/money.ts';
import type { StoredInvoice } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';
import { presentInvoice } from '../http/present.ts';
import { customerById } from '../store/customers.ts';
import { invoiceFrom } from '../store/invoices.ts';

/** Straight from the books of record, in order of issue. */
export function everyInvoice(context: Context): readonly StoredInvoice[] {
  return context.store
    .all('SELECT * FROM invoices WHERE tenant = ? ORDER BY issue_date, seq', context.tenantId)
    .map((row) => invoiceFrom(context, row));
}

export function invoiceRow(context: Context, invoice: StoredInvoice): ExportRow {
  const { customerId, currency, issueDate } = invoice;
  const { id, number, status, dueDate, ...shown } = presentInvoice(context.rules, invoice);
  const amount = (money: { readonly amount: string }) =>
    context.rules.exportedAmount(parseMoney(money.amount, currency));
  return {
    id,
    number,
    customerId,
    customerName: context.rules.harmlessText(customerById(context, customerId).name),
    status,
    issueDate,
    dueDate: dueDate ?? '',
    currency,
    subtotal: amount(shown.subtotal),
    discount: amount(shown.discount),
    tax: amount(shown.tax),
    total: amount(shown.total),
    paid: amount(shown.paid),
    credited: amount(shown.credited),
    due: amount(shown.due),
  };
}

export function lineRows(context: Context, invoice: StoredInvoice): readonly ExportRow[] {
  const { currency } = invoice;
  const { timeZone } = customerById(context, invoice.customerId);
  const amount = (amountMinor: bigint) => context.rules.exportedAmount({ amountMinor, currency });
  return invoice.lines.map((line, index) => ({
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    line: String(index + 1),
    kind: line.kind,
    text: context.rules.harmlessText(line.text),
    subscriptionId: line.subscriptionId ?? '',
    plan: context.rules.harmlessText(line.plan ?? ''),
    charge: context.rules.harmlessText(line.charge ?? ''),
    ...context.rules.exportedPeriod(line.period, timeZone),
    quantity: line.quantity,
    currency,
    net: amount(line.net),
    tax: amount(line.tax),
  }));
}
