import type { StoredInvoice } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';
import { newId } from '../new-id.ts';
import { insertBalanceEntry } from '../store/balance.ts';
import { creditsUsedOn } from '../store/invoice-credits.ts';
import { todayOf } from '../store/tenants.ts';

export function returnCredits(context: Context, invoice: StoredInvoice): void {
  for (const credit of creditsUsedOn(context, invoice.id)) {
    if (credit.source === 'balance') returnToBalance(context, invoice, credit.amountMinor);
    if (credit.source === 'write-off') takeBackWriteOff(context, invoice, credit.amountMinor);
  }
}

/** What was never owed is no loss either. */
function takeBackWriteOff(context: Context, invoice: StoredInvoice, amountMinor: bigint): void {
  const { id: invoiceId, customerId, currency } = invoice;
  const date = todayOf(context.store, context.tenantId);
  const lines = context.rules.writeOffPostings(-amountMinor);
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
}

function returnToBalance(context: Context, invoice: StoredInvoice, amountMinor: bigint): void {
  const { id: invoiceId, customerId, currency } = invoice;
  const date = todayOf(context.store, context.tenantId);
  const amount = { currency, amountMinor };
  insertBalanceEntry(context, { id: newId('bal'), customerId, date, kind: 'returned', amount, invoiceId });
  const lines = context.rules.creditUsePostings('customer-credit', -amountMinor);
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
}
