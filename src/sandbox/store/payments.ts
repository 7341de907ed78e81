import type { Payment } from '../../model/billing/payment.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { Money } from '../../model/money.ts';
import type { PaymentRequest } from '../engine/payment-procedures.ts';
import type { Context } from '../engine.ts';
import { refuseUnknown } from '../refusal.ts';
import { integerOf, textOf } from './columns.ts';
import type { Row, Store } from './store.ts';

export function insertPayment(
  context: Context,
  payment: PaymentRequest & { readonly id: string; readonly customerId: string; readonly date: LocalDate },
): void {
  context.store.run(
    `INSERT INTO payments (tenant, id, key, invoice, customer, currency, amount, status, date)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', ?)`,
    context.tenantId,
    payment.id,
    payment.key,
    payment.invoiceId,
    payment.customerId,
    payment.amount.currency,
    payment.amount.amountMinor,
    payment.date,
  );
}

/** What the gateway is being asked for. */
export function noteAsked(context: Context, id: string, gatewayAmountMinor: bigint): void {
  context.store.run(
    'UPDATE payments SET gateway_amount = ? WHERE tenant = ? AND id = ?',
    gatewayAmountMinor,
    context.tenantId,
    id,
  );
}

/** False when the payment is not in the state any more from which it was to go on. */
export function changeStatus(
  context: Context,
  change: {
    readonly paymentId: string;
    readonly from: Payment['status'];
    readonly to: Payment['status'];
  },
): boolean {
  const changed = context.store.run(
    'UPDATE payments SET status = ? WHERE tenant = ? AND id = ? AND status = ?',
    change.to,
    context.tenantId,
    change.paymentId,
    change.from,
  );
  return changed === 1;
}

export function setAmount(context: Context, id: string, amount: Money): void {
  context.store.run(
    'UPDATE payments SET amount = ? WHERE tenant = ? AND id = ?',
    amount.amountMinor,
    context.tenantId,
    id,
  );
}

export function paymentById(context: Context, id: string): Payment {
  const row = context.store.first('SELECT * FROM payments WHERE tenant = ? AND id = ?', context.tenantId, id);
  return row === null ? refuseUnknown('paymentId', id) : paymentFrom(row);
}

export function paymentByKey(context: Context, key: string): Payment | null {
  const row = context.store.first(
    'SELECT * FROM payments WHERE tenant = ? AND key = ? ORDER BY seq LIMIT 1',
    context.tenantId,
    key,
  );
  return row === null ? null : paymentFrom(row);
}

/** One receipt pays several invoices under one key. */
export function paymentsByKey(context: Context, key: string): readonly Payment[] {
  return context.store
    .all('SELECT * FROM payments WHERE tenant = ? AND key = ? ORDER BY seq', context.tenantId, key)
    .map(paymentFrom);
}

export function paymentsOf(context: Context, customerId: string): readonly Payment[] {
  return context.store
    .all(
      'SELECT * FROM payments WHERE tenant = ? AND customer = ? ORDER BY seq',
      context.tenantId,
      customerId,
    )
    .map(paymentFrom);
}

/** Of all customers, in the order of their attempts. */
export function everyPayment(context: Context): readonly Payment[] {
  return context.store
    .all('SELECT * FROM payments WHERE tenant = ? ORDER BY seq', context.tenantId)
    .map(paymentFrom);
}

export function customerOfPayment(context: Context, id: string): string {
  const row = context.store.first(
    'SELECT customer FROM payments WHERE tenant = ? AND id = ?',
    context.tenantId,
    id,
  );
  return row === null ? refuseUnknown('paymentId', id) : textOf(row, 'customer');
}

/** What was asked for the invoice and is not decided yet. */
export function pendingFor(context: Context, invoiceId: string): bigint {
  return paymentsForInvoice(context, invoiceId)
    .filter(({ status }) => status === 'pending')
    .reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
}

/** Oldest first, whatever became of them. */
export function paymentsForInvoice(context: Context, invoiceId: string): readonly Payment[] {
  return context.store
    .all('SELECT * FROM payments WHERE tenant = ? AND invoice = ? ORDER BY seq', context.tenantId, invoiceId)
    .map(paymentFrom);
}

/** Of all tenants: where and what a process that died left undecided. */
export function pendingPayments(store: Store): readonly { readonly tenantId: string; readonly id: string }[] {
  return store
    .all("SELECT tenant, id FROM payments WHERE status = 'pending' ORDER BY seq")
    .map((row) => ({ tenantId: textOf(row, 'tenant'), id: textOf(row, 'id') }));
}

function paymentFrom(row: Row): Payment {
  return {
    id: textOf(row, 'id'),
    key: textOf(row, 'key'),
    invoiceId: textOf(row, 'invoice'),
    amount: { currency: textOf(row, 'currency'), amountMinor: integerOf(row, 'amount') },
    // Only this file writes the column, from values of this type.
    status: textOf(row, 'status') as Payment['status'],
    date: localDate(textOf(row, 'date')),
    gatewayAmountMinor: row['gateway_amount'] === null ? null : integerOf(row, 'gateway_amount'),
  };
}
