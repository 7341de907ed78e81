import type { StoredInvoice } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { insertBalanceEntry } from '../../store/balance.ts';
import { insertInvoiceCredit } from '../../store/invoice-credits.ts';
import { invoiceById } from '../../store/invoices.ts';
import { paymentById } from '../../store/payments.ts';
import { todayOf } from '../../store/tenants.ts';

/** While a payment was under way its invoice may have been credited or voided: then the money is the customer's. */
export function keepSurplus(context: Context, paymentId: string): void {
  const { invoiceId, amount } = paymentById(context, paymentId);
  const invoice = invoiceById(context, invoiceId);
  const surplus = surplusOf(invoice, amount.amountMinor);
  if (surplus <= 0n) return;
  const { customerId, currency } = invoice;
  const date = todayOf(context.store, context.tenantId);
  const credit = { currency, amountMinor: surplus };
  insertBalanceEntry(context, {
    id: newId('bal'),
    customerId,
    date,
    kind: 'overpayment',
    amount: credit,
    invoiceId,
  });
  const used = { source: 'balance', sourceId: customerId, amountMinor: -surplus, date } as const;
  if (invoice.voidedOn === null) insertInvoiceCredit(context, invoiceId, used);
  const lines = context.rules.creditUsePostings('customer-credit', -surplus);
  context.procedures.postLedger(context, { date, currency, customerId, invoiceId, lines });
}

/** An invoice in force keeps what it needs of the payment; a void one needs nothing. */
function surplusOf(invoice: StoredInvoice, amountMinor: bigint): bigint {
  if (invoice.voidedOn !== null) return amountMinor;
  const over = invoice.paid + invoice.credited - invoice.total;
  return over < amountMinor ? over : amountMinor;
}
