import { openAmounts, type StoredInvoice } from '../../billing/stored-invoice.ts';
import type { WalletHoldings, WalletUse } from '../../billing/stored-wallet.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { insertInvoiceCredit } from '../../store/invoice-credits.ts';
import { insertWalletEntry, walletEntriesOf } from '../../store/wallets.ts';

/** The sums of all movements, read where they are used. */
export function walletHoldings(context: Context, walletId: string): WalletHoldings {
  const entries = walletEntriesOf(context, walletId);
  return {
    credits: entries.reduce((sum, { credits }) => sum + credits, 0n),
    amount: entries.reduce((sum, { amount }) => sum + amount, 0n),
  };
}

export function spendWallets(context: Context, invoice: StoredInvoice): void {
  const due = context.rules.amountDue(openAmounts(invoice));
  for (const use of context.procedures.planWallets(context, { invoice, due })) spend(context, invoice, use);
}

function spend(context: Context, invoice: StoredInvoice, { wallet, amount }: WalletUse): void {
  const { id: invoiceId, customerId, currency, issueDate: date } = invoice;
  insertWalletEntry(context, {
    id: newId('wtx'),
    key: null,
    walletId: wallet.id,
    kind: 'spent',
    credits: -creditsLeaving(context, wallet, amount),
    amount: -amount,
    date,
    invoiceId,
  });
  const credit = { source: 'wallet', sourceId: wallet.id, amountMinor: amount, date } as const;
  insertInvoiceCredit(context, invoiceId, credit);
  const lines = context.rules.creditUsePostings('prepaid-credit', amount);
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
}

/** The last of the money takes the last of the credits along, however the rate divides. */
function creditsLeaving(context: Context, wallet: WalletUse['wallet'], amount: bigint): bigint {
  const held = context.procedures.walletHoldings(context, wallet.id);
  const credits = context.rules.creditsFor(amount, wallet);
  return amount === held.amount || credits > held.credits ? held.credits : credits;
}
