import { openAmounts } from '../../billing/stored-invoice.ts';
import type { WriteOffRequest } from '../../engine/collection-procedures.ts';
import type { Context } from '../../engine.ts';
import { Refusal, refuse } from '../../refusal.ts';
import { countExecution } from '../../store/executions.ts';
import { insertInvoiceCredit } from '../../store/invoice-credits.ts';
import { invoiceById } from '../../store/invoices.ts';
import { insertWriteOff, writtenOffBy } from '../../store/receipts.ts';
import { todayOf } from '../../store/tenants.ts';

/** All that is left of the invoice, once. */
export function writeOff(context: Context, { key, invoiceId }: WriteOffRequest): void {
  context.store.transaction(() => {
    const known = writtenOffBy(context, key);
    if (known === invoiceId) return;
    if (known !== null) throw otherWriteOff();
    const invoice = invoiceById(context, invoiceId);
    const amountMinor = context.rules.amountDue(openAmounts(invoice));
    if (amountMinor <= 0n)
      refuse('invoiceId', 'Found an invoice on which nothing is due, expected an open one.');
    const date = todayOf(context.store, context.tenantId);
    countExecution(context, key);
    insertWriteOff(context, key, invoiceId);
    insertInvoiceCredit(context, invoiceId, { source: 'write-off', sourceId: key, amountMinor, date });
    const { currency, customerId } = invoice;
    const lines = context.rules.writeOffPostings(amountMinor);
    context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
    context.procedures.dun(context, { customerId, cause: 'write-off' });
  });
}

function otherWriteOff(): Refusal {
  const message = 'Found the key on another write-off.';
  return new Refusal({ status: 409, field: 'idempotency-key', message });
}
