import type { Customer } from '../../model/billing/customer.ts';
import type { Context } from '../engine.ts';
import { everyInvoice } from '../exports/invoice-rows.ts';
import { assignmentsOf } from '../store/assignments.ts';
import { auditTrail } from '../store/audit.ts';
import { customerById, customerIds } from '../store/customers.ts';
import { paymentsOf } from '../store/payments.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { escapeHtml } from './escape-html.ts';
import { consolePath, page, shownAmount, table } from './page.ts';

export function customersPage(context: Context): string {
  const at = consolePath(context.tenantId);
  const rows = customerIds(context).map((id) => {
    const customer = customerById(context, id);
    const link = `<a href="${at}/customers/${encodeURIComponent(id)}">${escapeHtml(customer.name)}</a>`;
    return [link, escapeHtml(customer.country), escapeHtml(customer.currency), escapeHtml(customer.timeZone)];
  });
  const columns = [{ name: 'Name' }, { name: 'Country' }, { name: 'Currency' }, { name: 'Time zone' }];
  return page({ title: 'Customers', tenantId: context.tenantId, body: table('Customers', columns, rows) });
}

/** What happened to a customer, day by day. */
export function customerPage(context: Context, customer: Customer): string {
  const events = eventsOf(context, customer).toSorted((left, right) => (left.day < right.day ? -1 : 1));
  const rows = events.map(({ day, what, amount }) => [day, what, amount]);
  const columns = [{ name: 'Day' }, { name: 'What' }, { name: 'Amount', isAmount: true as const }];
  return page({
    title: customer.name,
    tenantId: context.tenantId,
    body: `<dl>
<dt>Country</dt><dd>${escapeHtml(customer.country)}</dd>
<dt>Currency</dt><dd>${escapeHtml(customer.currency)}</dd>
<dt>Time zone</dt><dd>${escapeHtml(customer.timeZone)}</dd>
</dl>
${table('Timeline', columns, rows)}`,
  });
}

interface Happening {
  readonly day: string;
  readonly what: string;
  readonly amount: string;
}

function eventsOf(context: Context, { id }: Customer): readonly Happening[] {
  const subscriptions = subscriptionsOf(context, id);
  const begun = subscriptions.flatMap(({ id: subscriptionId, cancelledFrom }) => [
    ...assignmentsOf(context, subscriptionId).map(({ plan, start, number }) => ({
      day: start,
      what: `${number === 0 ? 'Subscribed to' : 'Changed to'} ${escapeHtml(plan)}`,
      amount: '',
    })),
    ...(cancelledFrom === null ? [] : [{ day: cancelledFrom, what: 'Subscription ended', amount: '' }]),
  ]);
  const billed = everyInvoice(context)
    .filter(({ customerId }) => customerId === id)
    .map((invoice) => ({
      day: invoice.issueDate,
      what: `<a href="${consolePath(context.tenantId)}/invoices/${encodeURIComponent(invoice.id)}">Invoice ${escapeHtml(invoice.number)}</a>`,
      amount: shownAmount(invoice.total, invoice.currency),
    }));
  const paid = paymentsOf(context, id).map(({ date, status, amount }) => ({
    day: date,
    what: `Payment ${status}`,
    amount: shownAmount(amount.amountMinor, amount.currency),
  }));
  const ids = new Set([id, ...subscriptions.map((subscription) => subscription.id)]);
  const changed = auditTrail(context)
    .filter(({ objectId, before }) => ids.has(objectId) && before !== null)
    .map(({ on, user, action }) => ({
      day: on,
      what: `${escapeHtml(user)}: ${escapeHtml(action)}`,
      amount: '',
    }));
  return [...begun, ...billed, ...paid, ...changed];
}
