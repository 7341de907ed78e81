import type { Payment } from '../../model/billing/payment.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { Context, PaymentRequest } from '../engine.ts';
import { refuseUnknown } from '../refusal.ts';
import { integerOf, textOf } from './columns.ts';
import type { Row } from './store.ts';

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

export function settlePayment(
  context: Context,
  id: string,
  result: { readonly status: Payment['status']; readonly gatewayAmountMinor: bigint },
): void {
  context.store.run(
    'UPDATE payments SET status = ?, gateway_amount = ? WHERE tenant = ? AND id = ?',
    result.status,
    result.gatewayAmountMinor,
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
