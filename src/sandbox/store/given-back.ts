import type { StoredLine } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';
import { integerOf } from './columns.ts';

/** What later invoices gave back of the line for unused days, in minor units; days that were charged anew meanwhile are theirs. */
export function givenBackOf(context: Context, invoiceId: string, line: StoredLine): bigint {
  if (line.period === null || line.subscriptionId === null || line.charge === null) return 0n;
  const rows = context.store.all(
    `SELECT back.net - back.discount AS net FROM invoice_lines AS back
     JOIN invoices AS later ON later.tenant = back.tenant AND later.id = back.invoice
     JOIN invoices AS own ON own.tenant = back.tenant AND own.id = ?
     WHERE back.tenant = ? AND back.subscription = ? AND back.charge = ? AND back.kind = 'proration-credit'
     AND back.period_from >= ? AND back.period_to <= ? AND later.seq > own.seq AND NOT EXISTS (
       SELECT 1 FROM invoice_voids AS void WHERE void.tenant = back.tenant AND void.invoice = back.invoice)
     AND NOT EXISTS (
       SELECT 1 FROM invoice_lines AS anew
       JOIN invoices AS between_them ON between_them.tenant = anew.tenant AND between_them.id = anew.invoice
       WHERE anew.tenant = back.tenant AND anew.subscription = back.subscription AND anew.charge = back.charge
       AND anew.kind IN ('recurring', 'proration-charge') AND anew.period_from <= back.period_from
       AND anew.period_to >= back.period_to AND between_them.seq > own.seq AND between_them.seq < later.seq)`,
    invoiceId,
    context.tenantId,
    line.subscriptionId,
    line.charge,
    line.period.from,
    line.period.to,
  );
  return rows.reduce((sum, row) => sum - integerOf(row, 'net'), 0n);
}
