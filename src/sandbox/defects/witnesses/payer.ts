import { flatFee, type TestWorld } from '../../test-world.ts';

/** For tests only: a customer who owes one invoice and pays it. */
export interface Payer {
  readonly world: TestWorld;
  readonly customerId: string;
  readonly invoiceId: string;
}

/** Ada owes EUR 100.00 and pays by a card that behaves so. */
export async function payer(world: TestWorld, behaviour = 'succeeds', amount = '100.00'): Promise<Payer> {
  await world.publish('gold', [flatFee(amount)]);
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold');
  await card(world, customerId, behaviour);
  return { world, customerId, invoiceId: (await world.invoices(customerId))[0]?.id ?? '' };
}

export async function card(world: TestWorld, customerId: string, behaviour: string): Promise<void> {
  const method = { behaviour, collection: 'manual' };
  await world.ok('PUT', `/v1/customers/${customerId}/payment-method`, method);
}

/** Answers the status, and the id of the payment where there is one. */
export async function paying(payer: Payer, key: string, money: { amount?: string; currency?: string } = {}) {
  const body = { invoiceId: payer.invoiceId, amount: { amount: '100.00', currency: 'EUR', ...money } };
  return keyed(payer, key, { url: '/v1/payments', body });
}

/** A write of its own key. */
export async function keyed(payer: Payer, key: string, request: { url: string; body: object }) {
  const answer = await payer.world.callWith({ 'idempotency-key': key }, { method: 'POST', ...request });
  const { id = '' } = JSON.parse(answer.text) as { id?: string };
  return { status: answer.status, id };
}

export async function moved({ world, customerId }: Payer): Promise<readonly string[]> {
  type Movements = { movements: { kind: string; status: string; amountMinor: string }[] };
  const { movements } = await world.ok<Movements>('GET', `/v1/gateway/movements?customerId=${customerId}`);
  return movements.map(({ kind, status, amountMinor }) => `${kind} ${amountMinor} ${status}`);
}

export async function due({ world, customerId }: Payer): Promise<string | undefined> {
  return (await world.invoices(customerId))[0]?.due.amount;
}

export async function news(payer: Payer, notification: { id: string; paymentId: string; outcome: string }) {
  await payer.world.call('POST', '/v1/gateway/notifications', notification);
}
