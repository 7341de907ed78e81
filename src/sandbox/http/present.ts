import type { z } from 'zod';
import type { LedgerEntry } from '../../model/billing/ledger.ts';
import type { Payment } from '../../model/billing/payment.ts';
import { type Money, moneyAmount, moneyOf } from '../../model/money.ts';
import type { InvoiceDraft, StoredInvoice, StoredLine } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';
import { segmentOn } from '../procedures/current-service.ts';
import { assignmentsOf, type StoredSubscription, subscriptionById } from '../store/subscriptions.ts';
import { todayOf } from '../store/tenants.ts';
import type { invoiceAnswer, ledgerAnswer, paymentAnswer, subscriptionAnswer } from './answer-schemas.ts';

function presentMoney(money: Money): { readonly amount: string; readonly currency: string } {
  return { amount: moneyAmount(money), currency: money.currency };
}

export function presentInvoice(invoice: StoredInvoice): z.infer<typeof invoiceAnswer> {
  return {
    ...presentDraft(invoice, invoice.paid),
    id: invoice.id,
    number: invoice.number,
    status: 'finalised',
  };
}

export function presentQuote(draft: InvoiceDraft): z.infer<typeof invoiceAnswer> {
  return { ...presentDraft(draft, 0n), id: 'preview', number: '', status: 'draft' };
}

function presentDraft(draft: InvoiceDraft, paid: bigint) {
  const money = (amountMinor: bigint) => presentMoney(moneyOf(amountMinor, draft.currency));
  return {
    customerId: draft.customerId,
    currency: draft.currency,
    issueDate: draft.issueDate,
    dueDate: draft.dueDate,
    lines: draft.lines.map((line) => presentLine(line, money)),
    subtotal: money(draft.subtotal),
    discount: money(draft.discount),
    tax: money(draft.tax),
    total: money(draft.total),
    paid: money(paid),
    due: money(draft.total - paid),
  };
}

function presentLine(line: StoredLine, money: (amountMinor: bigint) => ReturnType<typeof presentMoney>) {
  const { discount: _discount, ...shown } = line;
  return { ...shown, net: money(line.net), tax: money(line.tax) };
}

export function presentPayment(payment: Payment): z.infer<typeof paymentAnswer> {
  return {
    ...payment,
    amount: presentMoney(payment.amount),
    gatewayAmountMinor: payment.gatewayAmountMinor?.toString() ?? null,
  };
}

export function presentEntry(entry: LedgerEntry): z.infer<typeof ledgerAnswer> {
  return { ...entry, amount: presentMoney(entry.amount) };
}

export function presentSubscription(context: Context, id: string): z.infer<typeof subscriptionAnswer> {
  const { cancelledFrom, ...subscription } = subscriptionById(context, id);
  const today = todayOf(context.store, context.tenantId);
  const current = segmentOn(context, { ...subscription, cancelledFrom }, today);
  return {
    ...subscription,
    plan: current?.plan ?? lastPlan(context, id),
    state: stateOn(today, { ...subscription, cancelledFrom }),
    end: cancelledFrom,
    currentPeriod: current?.used ?? null,
  };
}

function lastPlan(context: Context, id: string): string {
  return assignmentsOf(context, id).at(-1)?.plan ?? '';
}

function stateOn(today: string, subscription: StoredSubscription): 'active' | 'cancelled' | 'pending' {
  if (subscription.cancelledFrom !== null && subscription.cancelledFrom <= today) return 'cancelled';
  return subscription.start > today ? 'pending' : 'active';
}
