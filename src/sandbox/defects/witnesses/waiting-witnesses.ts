import { flatFee, type TestWorld } from '../../test-world.ts';
import { payer, paying } from './payer.ts';
import type { Witness } from './witness.ts';

const today = '2026-01-01';
const levels = [{ name: 'stop', afterDays: 3, suspends: true, fee: null, interestPercent: null }];
const policy = { firstAttempt: 'due-date', retryDays: [], ageFrom: 'due-date', threshold: null, levels };

/** Who owes, who waits, and who has nothing that goes on. */
export const waitingWitnesses: Readonly<Record<string, Witness>> = {
  'seats-give-service-back': {
    today,
    right: true,
    wrong: false,
    look: async (world) => {
      await world.publish('gold', [flatFee('100.00')], { interval: { unit: 'year', count: 1 } });
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'gold');
      await world.call('PUT', '/v1/dunning-policy', policy);
      await world.advance('2026-01-25');
      const timing = { kind: 'date', date: '2026-01-25' };
      await world.ok('POST', `/v1/subscriptions/${id}/quantity`, { quantity: '2', timing });
      return isSuspended(world, customerId);
    },
  },
  'only-subscribers-dunned': {
    today,
    right: true,
    wrong: false,
    look: async (world) => {
      const customerId = await world.customer();
      await world.call('PUT', '/v1/dunning-policy', policy);
      await charged(world, customerId);
      await world.advance('2026-01-25');
      return isSuspended(world, customerId);
    },
  },
  'credits-of-subscribers-lapse-only': {
    today,
    right: ['0.00'],
    wrong: ['40.00'],
    look: async (world) => {
      const customerId = await world.customer();
      const body = { key: 'w', customerId, name: 'prepaid', rate: '1', priority: 1, expires: '2026-01-20' };
      const { id } = await world.ok<{ id: string }>('POST', '/v1/wallets', { ...body, charges: null });
      const url = `/v1/wallets/${id}/top-up`;
      await world.callWith({ 'idempotency-key': 't' }, { method: 'POST', url, body: { credits: '40' } });
      await world.advance('2026-01-25');
      type Wallets = { wallets: { balance: { amount: string } }[] };
      const { wallets } = await world.ok<Wallets>('GET', `/v1/wallets?customerId=${customerId}`);
      return wallets.map(({ balance }) => balance.amount);
    },
  },
  'month-open-while-payment-undecided': {
    today,
    right: 200,
    wrong: 422,
    look: async (world) => {
      await paying(await payer(world, 'stays-pending'), 'a');
      await world.advance('2026-02-03');
      return (await world.call('POST', '/v1/periods/close', { month: '2026-01-01' })).status;
    },
  },
};

async function isSuspended(world: TestWorld, customerId: string): Promise<boolean> {
  type State = { isSuspended: boolean };
  return (await world.ok<State>('GET', `/v1/customers/${customerId}/dunning`)).isSuspended;
}

async function charged(world: TestWorld, customerId: string): Promise<void> {
  const body = { customerId, text: 'Training', amount: { amount: '50.00', currency: 'EUR' }, date: today };
  await world.callWith({ 'idempotency-key': 'c' }, { method: 'POST', url: '/v1/charges', body });
}
