import type { StoredInvoice } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { balanceEntriesOf, insertBalanceEntry } from '../../store/balance.ts';
import { creditsUsedOn, insertInvoiceCredit } from '../../store/invoice-credits.ts';
import { invoiceById } from '../../store/invoices.ts';
import { todayOf } from '../../store/tenants.ts';
import { availableBalance } from './apply-balance.ts';

/**
 * The bank takes back what was paid for an invoice that is void: the customer has it to his credit no more. Where he has used it
 * since, the invoices that it paid for are open again, the latest first.
 */
export function reclaimCredit(context: Context, voided: StoredInvoice, amountMinor: bigint): void {
  const { id: invoiceId, customerId, currency } = voided;
  const applied = balanceEntriesOf(context, customerId).filter(({ kind }) => kind === 'applied');
  for (const entry of applied.toReversed()) {
    const missing = amountMinor - availableBalance(context, customerId);
    if (missing > 0n && entry.invoiceId !== null)
      openAgain(context, invoiceById(context, entry.invoiceId), missing);
  }
  const date = todayOf(context.store, context.tenantId);
  const amount = { currency, amountMinor: -amountMinor };
  insertBalanceEntry(context, {
    id: newId('bal'),
    customerId,
    date,
    kind: 'charged-back',
    amount,
    invoiceId,
  });
  const lines = context.rules.creditUsePostings('customer-credit', amountMinor);
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
}

function openAgain(context: Context, invoice: StoredInvoice, missing: bigint): void {
  if (invoice.voidedOn !== null) return;
  const used = creditsUsedOn(context, invoice.id)
    .filter(({ source }) => source === 'balance')
    .reduce((sum, credit) => sum + credit.amountMinor, 0n);
  const amountMinor = used < missing ? used : missing;
  if (amountMinor <= 0n) return;
  const { id: invoiceId, customerId, currency } = invoice;
  const date = todayOf(context.store, context.tenantId);
  insertInvoiceCredit(context, invoiceId, {
    source: 'balance',
    sourceId: customerId,
    amountMinor: -amountMinor,
    date,
  });
  const amount = { currency, amountMinor };
  insertBalanceEntry(context, { id: newId('bal'), customerId, date, kind: 'returned', amount, invoiceId });
  const lines = context.rules.creditUsePostings('customer-credit', -amountMinor);
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
}
