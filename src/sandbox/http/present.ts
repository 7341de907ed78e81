import type { z } from 'zod';
import type { Customer } from '../../model/billing/customer.ts';
import type { LedgerEntry } from '../../model/billing/ledger.ts';
import type { Payment } from '../../model/billing/payment.ts';
import { type Money, moneyAmount, moneyOf } from '../../model/money.ts';
import {
  type InvoiceDraft,
  openAmounts,
  type StoredInvoice,
  type StoredLine,
} from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';
import { segmentOn } from '../procedures/subscription/current-service.ts';
import type { Rules } from '../rules/index.ts';

import { type Assignment, assignmentsOf } from '../store/assignments.ts';
import { type StoredSubscription, subscriptionById } from '../store/subscriptions.ts';
import { todayOf } from '../store/tenants.ts';
import type {
  customerAnswer,
  invoiceAnswer,
  ledgerAnswer,
  paymentAnswer,
  subscriptionAnswer,
} from './answer-schemas.ts';

export function presentMoney(money: Money): { readonly amount: string; readonly currency: string } {
  return { amount: moneyAmount(money), currency: money.currency };
}

export function presentCustomer(customer: Customer): z.infer<typeof customerAnswer> {
  const { region = null, taxStatus = 'standard', vatId = null } = customer;
  return { ...customer, region, taxStatus, vatId };
}

export function presentInvoice(rules: Rules, invoice: StoredInvoice): z.infer<typeof invoiceAnswer> {
  const { paid, credited } = invoice;
  const due = rules.amountDue(openAmounts(invoice));
  return {
    ...presentDraft(invoice, { paid, credited, due }),
    id: invoice.id,
    number: invoice.number,
    status: invoice.voidedOn === null ? 'finalised' : 'void',
  };
}

/** With the credit that would be used on it. */
export function presentQuote(context: Context, draft: InvoiceDraft): z.infer<typeof invoiceAnswer> {
  const credited = context.procedures.quotedCredit(context, draft);
  const due = context.rules.amountDue({ total: draft.total, paid: 0n, credited, isVoid: false });
  return { ...presentDraft(draft, { paid: 0n, credited, due }), id: 'preview', number: '', status: 'draft' };
}

interface Settled {
  readonly paid: bigint;
  readonly credited: bigint;
  readonly due: bigint;
}

function presentDraft(draft: InvoiceDraft, { paid, credited, due }: Settled) {
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
    credited: money(credited),
    due: money(due),
    discounts: draft.discounts.map(({ code, amount }) => ({ code, amount: money(amount) })),
    taxes: draft.taxes.map((share) => ({ ...share, base: money(share.base), tax: money(share.tax) })),
  };
}

function presentLine(line: StoredLine, money: (amountMinor: bigint) => ReturnType<typeof presentMoney>) {
  const { prices: _prices, price: _price, taken: _taken, ...shown } = line;
  return { ...shown, net: money(line.net), discount: money(line.discount), tax: money(line.tax) };
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
  const subscription = subscriptionById(context, id);
  const { cancelledFrom, trialEnd, agreement: _agreement, ...shown } = subscription;
  const today = todayOf(context.store, context.tenantId);
  const states = assignmentsOf(context, id);
  const inForce = states.findLast(({ start }) => start <= today) ?? states.at(-1);
  return {
    ...shown,
    plan: inForce?.plan ?? '',
    quantity: inForce?.quantity ?? subscription.quantity,
    state: stateOn(today, subscription, inForce),
    end: cancelledFrom,
    trialEnd,
    currentPeriod: segmentOn(context, subscription, today)?.used ?? null,
  };
}

function stateOn(
  today: string,
  subscription: StoredSubscription,
  inForce: Assignment | undefined,
): 'active' | 'paused' | 'cancelled' | 'pending' {
  if (subscription.cancelledFrom !== null && subscription.cancelledFrom <= today) return 'cancelled';
  if (subscription.start > today) return 'pending';
  return inForce?.state ?? 'active';
}
