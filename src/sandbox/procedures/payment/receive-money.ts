import type { NewReceipt } from '../../../model/billing/receipt.ts';
import { type Money, moneyAmount } from '../../../model/money.ts';
import { openAmounts } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { Refusal, refuse } from '../../refusal.ts';
import type { OpenInvoice } from '../../rules/payment/allocation.ts';
import { insertBalanceEntry } from '../../store/balance.ts';
import { customerById } from '../../store/customers.ts';
import { countExecution } from '../../store/executions.ts';
import { invoiceById, invoicesOf } from '../../store/invoices.ts';
import { insertPayment, pendingFor } from '../../store/payments.ts';
import { insertReceipt, receiptByKey } from '../../store/receipts.ts';
import { todayOf } from '../../store/tenants.ts';
import { bringTo } from './take-answer.ts';

/** Nothing of it is refused: what came is kept, on invoices or on the balance. */
export function receiveMoney(context: Context, receipt: NewReceipt): bigint {
  return context.store.transaction(() => {
    const request = JSON.stringify([receipt.customerId, moneyAmount(receipt.amount), receipt.invoiceIds]);
    const known = receiptByKey(context, receipt.key);
    if (known !== null && !context.rules.isSameRequest(known.request, request)) throw otherReceipt();
    if (known !== null) return known.surplusMinor;
    refuseAmount(context, receipt);
    context.procedures.requireRate(context, receipt.customerId);
    const open = context.procedures.invoicesToPay(context, receipt);
    const { shares, restMinor } = context.rules.allocate(open, receipt.amount.amountMinor);
    for (const { invoiceId, amountMinor } of shares)
      payShare(context, { key: receipt.key, invoiceId, amount: { ...receipt.amount, amountMinor } });
    if (restMinor > 0n) putOnBalance(context, receipt, { ...receipt.amount, amountMinor: restMinor });
    countExecution(context, receipt.key);
    insertReceipt(context, receipt.key, { request, surplusMinor: restMinor });
    return restMinor;
  });
}

/** The invoices that were named, in that order; else all that are open. Never those of another customer. */
export function invoicesToPay(context: Context, receipt: NewReceipt): readonly OpenInvoice[] {
  const { customerId, invoiceIds } = receipt;
  const open = (id: string): OpenInvoice => {
    const invoice = invoiceById(context, id);
    if (invoice.customerId !== customerId)
      refuse('invoiceIds', `Found ${invoice.number} of another customer, expected one of ${customerId}.`);
    const dueMinor = context.rules.amountDue(openAmounts(invoice)) - pendingFor(context, id);
    return { invoiceId: id, issueDate: invoice.issueDate, dueMinor };
  };
  if (invoiceIds !== null) return [...new Set(invoiceIds)].map(open);
  return context.rules.allocationOrder(invoicesOf(context, customerId).map(({ id }) => open(id)));
}

function payShare(
  context: Context,
  share: { readonly key: string; readonly invoiceId: string; readonly amount: Money },
): void {
  const id = newId('pay');
  const { customerId } = invoiceById(context, share.invoiceId);
  insertPayment(context, { ...share, id, customerId, date: todayOf(context.store, context.tenantId) });
  bringTo(context, { paymentId: id, status: 'succeeded' });
}

function putOnBalance(context: Context, { customerId }: NewReceipt, amount: Money): void {
  const date = todayOf(context.store, context.tenantId);
  const entry = { id: newId('bal'), customerId, date, kind: 'overpayment', amount, invoiceId: null } as const;
  insertBalanceEntry(context, entry);
  const lines = context.rules.surplusPostings(amount.amountMinor);
  context.procedures.postLedger(context, {
    date,
    currency: amount.currency,
    customerId,
    invoiceId: null,
    lines,
  });
}

function refuseAmount(context: Context, { customerId, amount }: NewReceipt): void {
  const { currency } = customerById(context, customerId);
  if (amount.currency === currency && amount.amountMinor > 0n) return;
  refuse(
    'amount',
    `Found ${moneyAmount(amount)} ${amount.currency}, expected a positive amount in ${currency}.`,
  );
}

function otherReceipt(): Refusal {
  const message = 'Found the key on another receipt.';
  return new Refusal({ status: 409, field: 'idempotency-key', message });
}
