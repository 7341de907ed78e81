import type { PaymentBehaviour } from '../../model/billing/gateway.ts';
import { type Money, parseMoney } from '../../model/money.ts';
import { theFirst } from './refused-acts.ts';
import type { Twin } from './twins.ts';

export const eur = (amount: string) => parseMoney(amount, 'EUR');

export async function firstInvoiceId({ session, customerId }: Twin): Promise<string> {
  return theFirst(await session.invoices(customerId), 'invoice').id;
}

async function firstPaymentId({ session, customerId }: Twin): Promise<string> {
  return theFirst(await session.payments(customerId), 'payment').id;
}

export async function pay(twin: Twin, amount: Money, key = 'pay') {
  const invoiceId = await firstInvoiceId(twin);
  return twin.session.pay({ key: `${twin.key}-${key}`, invoiceId, amount });
}

export async function refund(twin: Twin, amount: Money, key = 'refund') {
  const paymentId = await firstPaymentId(twin);
  return twin.session.refund({ key: `${twin.key}-${key}`, paymentId, amount });
}

export async function payLast({ session, customerId, key }: Twin, amount: Money, of = 'last') {
  const last = theFirst((await session.invoices(customerId)).slice(-1), 'invoice');
  return session.pay({ key: `${key}-${of}`, invoiceId: last.id, amount });
}

export async function creditPart(twin: Twin, net: Money) {
  const part = { kind: 'lines', lines: [{ line: 0, net }] } as const;
  const invoiceId = await firstInvoiceId(twin);
  return twin.session.creditNote({ key: `${twin.key}-note`, invoiceId, part, reason: 'goodwill' });
}

export async function refundLast({ session, customerId, key }: Twin, amount: Money, of: string) {
  const last = theFirst((await session.payments(customerId)).slice(-1), 'payment');
  return session.refund({ key: `${key}-${of}`, paymentId: last.id, amount });
}

export async function receive(twin: Twin, amount: Money, invoiceIds: readonly string[] | null = null) {
  return twin.session.receive({
    key: `${twin.key}-receipt`,
    customerId: twin.customerId,
    amount,
    invoiceIds,
  });
}

export async function ends(twin: Twin, behaviour: PaymentBehaviour) {
  await twin.session.setPaymentMethod(twin.customerId, { behaviour, collection: 'manual' });
}
