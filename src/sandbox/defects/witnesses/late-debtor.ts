import { flatFee, type TestWorld } from '../../test-world.ts';
import { moved, type Payer } from './payer.ts';

interface State {
  readonly level: string | null;
  readonly isSuspended: boolean;
  readonly reminders: readonly object[];
  readonly charges: readonly { fee: { amount: string }; interest: { amount: string } }[];
}

export const level = { suspends: false, fee: null, interestPercent: null };

/** A reminder after 10 days, no service after 20, counted from the day of issue. */
export const policy = {
  firstAttempt: 'issue-date',
  retryDays: [3],
  ageFrom: 'issue-date',
  threshold: null,
  levels: [
    { ...level, name: 'reminder', afterDays: 10, fee: '5.00' },
    { ...level, name: 'stop', afterDays: 20, suspends: true, interestPercent: '7.2' },
  ],
};

/** Ada owes EUR 1,000.00 since 1 January 2026. */
export async function late(world: TestWorld, unit = 'year', changes: object = {}): Promise<Payer> {
  await world.publish('gold', [flatFee('1000.00')], { interval: { unit, count: 1 } });
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold');
  const answer = await world.callWith(
    {},
    { method: 'PUT', url: '/v1/dunning-policy', body: { ...policy, ...changes } },
  );
  if (answer.status !== 204) throw new Error(answer.text);
  return { world, customerId, invoiceId: (await world.invoices(customerId))[0]?.id ?? '' };
}

export async function stateOf({ world, customerId }: Payer): Promise<State> {
  return world.ok<State>('GET', `/v1/customers/${customerId}/dunning`);
}

/** How often a card that declines so is charged until the day. */
export async function charges(world: TestWorld, behaviour: string, days: readonly string[]): Promise<number> {
  return chargesOf(await late(world), behaviour, days);
}

export async function chargesOf(pays: Payer, behaviour: string, days: readonly string[]): Promise<number> {
  const { world } = pays;
  await world.ok('PUT', `/v1/customers/${pays.customerId}/payment-method`, {
    behaviour,
    collection: 'automatic',
  });
  for (const day of days) await world.advance(day);
  return (await moved(pays)).length;
}
