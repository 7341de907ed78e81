import type { Money } from '../../model/money.ts';
import { sumMoney } from '../../model/money.ts';
import {
  invoiceAnswer,
  invoicePaymentsAnswer,
  invoicesAnswer,
  type KillBillInvoice,
  type KillBillPayment,
} from './answers.ts';
import { amountOf } from './read-invoice.ts';
import type { WorldState } from './world-state.ts';

/** The first is what servers up to 0.21 understand, the other what later ones do. */
const withItems = { withItems: 'true', includeInvoiceComponents: 'true' };

/** All invoices of the account in the order of their numbers, voided ones among them, each with its items. */
export async function listInvoices(
  state: WorldState,
  accountId: string,
): Promise<readonly KillBillInvoice[]> {
  const query = new URLSearchParams({ ...withItems, includeVoidedInvoices: 'true' });
  const path = `/1.0/kb/accounts/${encodeURIComponent(accountId)}/invoices?${query}`;
  const found = await state.calls.get('invoice.list', path, invoicesAnswer);
  for (const { items } of found) for (const item of items) state.items.set(item.invoiceItemId, item);
  return found.toSorted((a, b) => Number(a.invoiceNumber ?? 0) - Number(b.invoiceNumber ?? 0));
}

export async function oneInvoice(state: WorldState, id: string): Promise<KillBillInvoice> {
  const found = await state.calls.get(
    'invoice.read',
    `/1.0/kb/invoices/${encodeURIComponent(id)}?${new URLSearchParams({ withItems: 'true' })}`,
    invoiceAnswer,
  );
  for (const item of found.items) state.items.set(item.invoiceItemId, item);
  return found;
}

export function listPayments(state: WorldState, accountId: string): Promise<readonly KillBillPayment[]> {
  const path = `/1.0/kb/accounts/${encodeURIComponent(accountId)}/invoicePayments`;
  return state.calls.get('payment.list', path, invoicePaymentsAnswer);
}

/** All that was paid, or tried to be, for the one invoice. */
export function paymentsOf(state: WorldState, invoiceId: string): Promise<readonly KillBillPayment[]> {
  const path = `/1.0/kb/invoices/${encodeURIComponent(invoiceId)}/payments`;
  return state.calls.get('payment.list', path, invoicePaymentsAnswer);
}

/** What went through for the invoice, less what went back. */
export function paidFor(
  { invoiceId, currency }: KillBillInvoice,
  payments: readonly KillBillPayment[],
): Money {
  const moved = payments
    .filter(({ targetInvoiceId }) => targetInvoiceId === invoiceId)
    .flatMap(({ transactions }) => transactions)
    .filter(({ status }) => status === 'SUCCESS')
    .map(({ transactionType, amount }) => {
      const money = amountOf(amount, currency);
      return isOutgoing(transactionType) ? { currency, amountMinor: -money.amountMinor } : money;
    });
  return sumMoney(moved, currency);
}

function isOutgoing(transactionType: string): boolean {
  return ['REFUND', 'CHARGEBACK', 'CREDIT', 'VOID'].includes(transactionType);
}
