import type { StoredInvoice } from '../../billing/stored-invoice.ts';
import { openAmounts } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { balanceEntriesOf, insertBalanceEntry } from '../../store/balance.ts';
import { insertInvoiceCredit } from '../../store/invoice-credits.ts';

/** The sum of all movements, read where it is used: no invoice sees what another one has used. */
export function availableBalance(context: Context, customerId: string): bigint {
  return balanceEntriesOf(context, customerId).reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
}

export function applyBalance(context: Context, invoice: StoredInvoice): void {
  const { id: invoiceId, customerId, currency, issueDate: date } = invoice;
  const amountMinor = context.rules.creditToApply({
    available: context.procedures.availableBalance(context, customerId),
    due: context.rules.amountDue(openAmounts(invoice)),
  });
  if (amountMinor === 0n) return;
  const amount = { currency, amountMinor: -amountMinor };
  insertBalanceEntry(context, { id: newId('bal'), customerId, date, kind: 'applied', amount, invoiceId });
  insertInvoiceCredit(context, invoiceId, { source: 'balance', sourceId: customerId, amountMinor, date });
  const lines = context.rules.creditUsePostings('customer-credit', amountMinor);
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
}
