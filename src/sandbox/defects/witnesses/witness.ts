import { flatFee, type TestWorld } from '../../test-world.ts';

/** For tests only: a small story whose outcome a defect changes, with both outcomes worked out by hand. */
export interface Witness {
  readonly today: string;
  readonly right: unknown;
  readonly wrong: unknown;
  readonly look: (world: TestWorld) => Promise<unknown>;
}

export async function usageIn(
  world: TestWorld,
  customerId: string,
  period: { from: string; to: string },
): Promise<string> {
  const query = new URLSearchParams({ customerId, meter: 'calls', ...period });
  return (await world.ok<{ quantity: string }>('GET', `/v1/usage/total?${query}`)).quantity;
}

export async function quoteOf(world: TestWorld, customerId: string, date: string) {
  type Quote = { invoice: Awaited<ReturnType<TestWorld['invoices']>>[number] | null };
  return (await world.ok<Quote>('GET', `/v1/customers/${customerId}/next-invoice?date=${date}`)).invoice;
}

export async function redeem(world: TestWorld, customerId: string): Promise<void> {
  const discount = { code: 'TEN', kind: 'percent', percent: '10' };
  await world.ok('POST', `/v1/customers/${customerId}/discounts`, discount);
}

export async function discountedInvoice(world: TestWorld): Promise<readonly unknown[]> {
  await world.publish('gold', [flatFee('100.00')]);
  await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
  const customerId = await world.customer();
  await redeem(world, customerId);
  await world.subscribe(customerId, 'gold');
  const invoice = (await world.invoices(customerId))[0];
  return [invoice?.subtotal.amount, invoice?.discount.amount, invoice?.tax.amount, invoice?.total.amount];
}

export async function firstCustomer(world: TestWorld): Promise<string> {
  const { invoices } = await world.ok<{ invoices: { customerId: string }[] }>('GET', '/v1/invoices');
  return invoices[0]?.customerId ?? '';
}

export async function paidInvoice(world: TestWorld, currency: string, amount: string) {
  await world.publish('gold', [flatFee(amount)], { currency });
  const customerId = await world.customer({ currency });
  await world.subscribe(customerId, 'gold');
  const id = (await world.invoices(customerId))[0]?.id ?? '';
  await payOnce(world, id, { amount, currency });
  return { id, customerId };
}

export async function payOnce(world: TestWorld, invoiceId: string, amount: object): Promise<void> {
  const request = { method: 'POST', url: '/v1/payments', body: { invoiceId, amount } } as const;
  const answer = await world.callWith({ 'idempotency-key': 'p1' }, request);
  if (answer.status !== 201)
    throw new Error(`the payment was answered with ${answer.status}: ${answer.text}`);
}

export async function paymentsOf(world: TestWorld, customerId: string) {
  type Payments = { payments: { gatewayAmountMinor: string }[] };
  return (await world.ok<Payments>('GET', `/v1/payments?customerId=${customerId}`)).payments;
}
