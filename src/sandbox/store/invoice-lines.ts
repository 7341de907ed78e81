import type { InvoiceLineKind } from '../../model/billing/invoice.ts';
import type { TaxTreatment } from '../../model/billing/tax.ts';
import { localDate } from '../../model/date.ts';
import type { LineTerms, StoredLine } from '../billing/stored-invoice.ts';
import type { BilledService } from '../engine/tax-procedures.ts';
import type { Context } from '../engine.ts';
import { integerOf, textOf, textOrNull } from './columns.ts';
import type { Row } from './store.ts';

export function insertLine(
  context: Context,
  entry: { readonly invoiceId: string; readonly number: number; readonly line: StoredLine },
): void {
  const { line } = entry;
  context.store.run(
    `INSERT INTO invoice_lines (tenant, invoice, number, kind, text, subscription, plan, charge, price_version,
     period_from, period_to, quantity, net, discount, tax, prices, price, taken, tax_percent, tax_treatment)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    line.prices,
    line.price,
    line.taken,
    line.taxPercent,
    line.taxTreatment,
  );
}

export function linesOf(context: Context, invoiceId: string): readonly StoredLine[] {
  return context.store
    .all(
      'SELECT * FROM invoice_lines WHERE tenant = ? AND invoice = ? ORDER BY number',
      context.tenantId,
      invoiceId,
    )
    .map(lineFrom);
}

export type LineAmounts = Pick<StoredLine, 'net' | 'discount' | 'tax'>;

/** The same, without what they are for. */
export function lineAmountsOf(context: Context, invoiceId: string): readonly LineAmounts[] {
  return context.store
    .all(
      'SELECT net, discount, tax FROM invoice_lines WHERE tenant = ? AND invoice = ? ORDER BY number',
      context.tenantId,
      invoiceId,
    )
    .map((row) => ({
      net: integerOf(row, 'net'),
      discount: integerOf(row, 'discount'),
      tax: integerOf(row, 'tax'),
    }));
}

/** What was done to the line that was billed for the service from that day on; null when there is none. */
export function billedTerms(context: Context, service: BilledService): LineTerms | null {
  const row = context.store.first(
    `SELECT line.* FROM invoice_lines AS line INDEXED BY invoice_lines_by_service
     JOIN invoices ON invoices.tenant = line.tenant AND invoices.id = line.invoice
     WHERE line.tenant = ? AND line.subscription = ? AND line.period_from = ? AND line.plan = ? AND line.charge = ?
       AND line.kind <> 'proration-credit' ORDER BY invoices.seq DESC LIMIT 1`,
    context.tenantId,
    service.subscriptionId,
    service.from,
    service.plan,
    service.charge,
  );
  if (row === null) return null;
  const { price, taken, taxPercent: ratePercent, taxTreatment: treatment } = lineFrom(row);
  return { price, taken, tax: { ratePercent, treatment } };
}

function lineFrom(row: Row): StoredLine {
  const version = textOrNull(row, 'price_version');
  const from = textOrNull(row, 'period_from');
  const to = textOrNull(row, 'period_to');
  return {
    // Only `insertLine` writes the columns of kind and treatment, from values of these types.
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
    prices: textOf(row, 'prices') === 'gross' ? 'gross' : 'net',
    price: integerOf(row, 'price'),
    taken: integerOf(row, 'taken'),
    taxPercent: textOf(row, 'tax_percent'),
    taxTreatment: textOf(row, 'tax_treatment') as TaxTreatment,
  };
}
