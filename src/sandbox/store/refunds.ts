import type { NewRefund, Refund } from '../../model/billing/refund.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { refuseUnknown } from '../refusal.ts';
import { integerOf, textOf } from './columns.ts';
import type { Row, Store } from './store.ts';

export interface StoredRefund extends Refund {
  readonly invoiceId: string;
  readonly customerId: string;
}

export function insertRefund(
  context: Context,
  refund: NewRefund & {
    readonly id: string;
    readonly invoiceId: string;
    readonly customerId: string;
    readonly date: LocalDate;
  },
): void {
  context.store.run(
    `INSERT INTO refunds (tenant, id, key, payment, invoice, customer, currency, amount, status, date)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?)`,
    context.tenantId,
    refund.id,
    refund.key,
    refund.paymentId,
    refund.invoiceId,
    refund.customerId,
    refund.amount.currency,
    refund.amount.amountMinor,
    refund.date,
  );
}

/** True for the one caller that ends it. */
export function settleRefund(context: Context, id: string, status: 'succeeded' | 'declined'): boolean {
  const changed = context.store.run(
    "UPDATE refunds SET status = ? WHERE tenant = ? AND id = ? AND status = 'pending'",
    status,
    context.tenantId,
    id,
  );
  return changed === 1;
}

export function refundById(context: Context, id: string): StoredRefund {
  const row = context.store.first('SELECT * FROM refunds WHERE tenant = ? AND id = ?', context.tenantId, id);
  return row === null ? refuseUnknown('refundId', id) : refundFrom(row);
}

export function refundByKey(context: Context, key: string): StoredRefund | null {
  const row = context.store.first(
    'SELECT * FROM refunds WHERE tenant = ? AND key = ? ORDER BY seq LIMIT 1',
    context.tenantId,
    key,
  );
  return row === null ? null : refundFrom(row);
}

export function refundsOf(
  context: Context,
  of: { readonly column: 'payment' | 'invoice' | 'customer'; readonly id: string },
): readonly StoredRefund[] {
  return context.store
    .all(`SELECT * FROM refunds WHERE tenant = ? AND ${of.column} = ? ORDER BY seq`, context.tenantId, of.id)
    .map(refundFrom);
}

/** What really went back of all payments for the invoice. */
export function refundedFor(context: Context, invoiceId: string): bigint {
  return refundsOf(context, { column: 'invoice', id: invoiceId })
    .filter(({ status }) => status === 'succeeded')
    .reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
}

/** Of all tenants: what a process that died left undecided. */
export function pendingRefunds(store: Store): readonly { readonly tenantId: string; readonly id: string }[] {
  return store
    .all("SELECT tenant, id FROM refunds WHERE status = 'pending' ORDER BY seq")
    .map((row) => ({ tenantId: textOf(row, 'tenant'), id: textOf(row, 'id') }));
}

function refundFrom(row: Row): StoredRefund {
  return {
    id: textOf(row, 'id'),
    key: textOf(row, 'key'),
    paymentId: textOf(row, 'payment'),
    invoiceId: textOf(row, 'invoice'),
    customerId: textOf(row, 'customer'),
    amount: { currency: textOf(row, 'currency'), amountMinor: integerOf(row, 'amount') },
    // Only this file writes the column, from values of this type.
    status: textOf(row, 'status') as Refund['status'],
    date: localDate(textOf(row, 'date')),
  };
}
