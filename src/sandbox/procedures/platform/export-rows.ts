import type { ExportKind, ExportRow } from '../../../model/billing/export.ts';
import { unreachable } from '../../../model/fault.ts';
import type { Context } from '../../engine.ts';
import { ledgerRow, paymentRow } from '../../exports/book-rows.ts';
import { everyInvoice, invoiceRow, lineRows } from '../../exports/invoice-rows.ts';
import { everyEntry } from '../../store/ledger.ts';
import { everyPayment } from '../../store/payments.ts';

/** From the same rows as every other view, read at one moment: a file that tells another story is worse than none. */
export function exportRows(context: Context, kind: ExportKind): readonly ExportRow[] {
  switch (kind) {
    case 'invoices':
      return everyInvoice(context).map((invoice) => invoiceRow(context, invoice));
    case 'invoice-lines':
      return everyInvoice(context).flatMap((invoice) => lineRows(context, invoice));
    case 'ledger':
      return everyEntry(context).map((entry) => ledgerRow(context, entry));
    case 'payments':
      return everyPayment(context).map((payment) => paymentRow(context, payment));
    default:
      return unreachable(kind, 'export');
  }
}
