import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, type TestWorld } from '../../test-world.ts';

/** For tests only: EUR 6.00 a seat. */
export const perSeat: Charge = { ...flatFee('0'), price: { kind: 'per-unit', unit: '6.00' } } as Charge;

/** For tests only: basic for EUR 30.00 a month from 1 April 2026, which is the day of the world. */
export async function basicFromApril(world: TestWorld, order: object = {}) {
  await world.publish('basic', [flatFee('30.00')]);
  return subscriber(world, 'basic', { start: '2026-04-01', ...order });
}

export async function subscriber(world: TestWorld, plan: string, order: object) {
  const customerId = await world.customer();
  return { customerId, id: await world.subscribe(customerId, plan, order) };
}

/** For tests only: what is told about a subscription, on its day or for another one. */
export async function tell(
  world: TestWorld,
  id: string,
  of: { readonly act: string; readonly on?: string; readonly body?: object },
): Promise<void> {
  const timing = of.on === undefined ? { kind: 'period-end' } : { kind: 'date', date: of.on };
  const body = of.act === 'undo' ? of.body : { ...of.body, timing };
  await world.ok('POST', `/v1/subscriptions/${id}/${of.act}`, body);
}

/** For tests only: the same on the day itself. */
export async function happen(
  world: TestWorld,
  id: string,
  of: { readonly act: string; readonly on: string; readonly body?: object },
): Promise<void> {
  await world.advance(of.on);
  await tell(world, id, of);
}

/** For tests only: "day total" of each invoice. */
export async function billsUntil(
  world: TestWorld,
  customerId: string,
  day: string,
): Promise<readonly string[]> {
  await world.advance(day);
  return (await world.invoices(customerId)).map(
    ({ issueDate, total }) => `${issueDate.slice(5)} ${total.amount}`,
  );
}
