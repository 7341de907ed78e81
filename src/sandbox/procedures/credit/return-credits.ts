import type { StoredInvoice } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { insertBalanceEntry } from '../../store/balance.ts';
import { creditsUsedOn, type InvoiceCredit } from '../../store/invoice-credits.ts';
import { todayOf } from '../../store/tenants.ts';
import { insertWalletEntry, walletById, walletEntriesOf } from '../../store/wallets.ts';

export function returnCredits(context: Context, invoice: StoredInvoice): void {
  const today = todayOf(context.store, context.tenantId);
  for (const credit of creditsUsedOn(context, invoice.id)) {
    if (credit.source === 'write-off') takeBackWriteOff(context, invoice, credit.amountMinor);
    if (credit.source === 'balance') returnToBalance(context, invoice, credit);
    if (credit.source !== 'wallet') continue;
    const isOpen = context.rules.isWalletUsable(walletById(context, credit.sourceId), today);
    if (isOpen) returnToWallet(context, invoice, credit);
    else returnToBalance(context, invoice, credit);
  }
}

/** What was never owed is no loss either. */
function takeBackWriteOff(context: Context, invoice: StoredInvoice, amountMinor: bigint): void {
  const { id: invoiceId, customerId, currency } = invoice;
  const date = todayOf(context.store, context.tenantId);
  const lines = context.rules.writeOffPostings(-amountMinor);
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
}

/** Also what came from a wallet that has expired since: it was used in time, so that it is not lost. */
function returnToBalance(context: Context, invoice: StoredInvoice, { amountMinor }: InvoiceCredit): void {
  const { id: invoiceId, customerId, currency } = invoice;
  const date = todayOf(context.store, context.tenantId);
  const amount = { currency, amountMinor };
  insertBalanceEntry(context, { id: newId('bal'), customerId, date, kind: 'returned', amount, invoiceId });
  const lines = context.rules.creditUsePostings('customer-credit', -amountMinor);
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
}

/** As many credits as left it for the invoice. */
function returnToWallet(
  context: Context,
  invoice: StoredInvoice,
  { sourceId, amountMinor }: InvoiceCredit,
): void {
  const { id: invoiceId, customerId, currency } = invoice;
  const date = todayOf(context.store, context.tenantId);
  const credits = walletEntriesOf(context, sourceId)
    .filter((entry) => entry.kind === 'spent' && entry.invoiceId === invoiceId)
    .reduce((sum, entry) => sum - entry.credits, 0n);
  const entry = {
    id: newId('wtx'),
    key: null,
    walletId: sourceId,
    kind: 'returned',
    date,
    invoiceId,
  } as const;
  insertWalletEntry(context, { ...entry, credits, amount: amountMinor });
  const lines = context.rules.creditUsePostings('prepaid-credit', -amountMinor);
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
}
