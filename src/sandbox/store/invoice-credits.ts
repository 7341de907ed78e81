import { type LocalDate, localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { integerOf, textOf } from './columns.ts';

/** What took a part off an invoice's due amount, other than a payment. */
export interface InvoiceCredit {
  readonly source: 'balance' | 'wallet' | 'credit-note' | 'write-off';
  /** The customer, the wallet or the credit note; of a write-off its key, or the note that took it back. */
  readonly sourceId: string;
  readonly amountMinor: bigint;
  readonly date: LocalDate;
}

export function insertInvoiceCredit(context: Context, invoiceId: string, credit: InvoiceCredit): void {
  context.store.run(
    'INSERT INTO invoice_credits (tenant, invoice, source, source_id, amount, date) VALUES (?, ?, ?, ?, ?, ?)',
    context.tenantId,
    invoiceId,
    credit.source,
    credit.sourceId,
    credit.amountMinor,
    credit.date,
  );
}

/** In order of use. */
export function creditsUsedOn(context: Context, invoiceId: string): readonly InvoiceCredit[] {
  return context.store
    .all(
      'SELECT * FROM invoice_credits WHERE tenant = ? AND invoice = ? ORDER BY seq',
      context.tenantId,
      invoiceId,
    )
    .map((row) => ({
      // Only `insertInvoiceCredit` writes the column, from a value of this type.
      source: textOf(row, 'source') as InvoiceCredit['source'],
      sourceId: textOf(row, 'source_id'),
      amountMinor: integerOf(row, 'amount'),
      date: localDate(textOf(row, 'date')),
    }));
}

/** What of the invoice was given up, and not taken back since. */
export function writtenOffOf(context: Context, invoiceId: string): bigint {
  return creditsUsedOn(context, invoiceId)
    .filter(({ source }) => source === 'write-off')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
