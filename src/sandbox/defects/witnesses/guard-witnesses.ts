import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, type TestWorld } from '../../test-world.ts';
import { basicFromApril } from './subscription-story.ts';
import { payOnce, type Witness } from './witness.ts';

const today = '2026-04-01';
const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** What has to be turned away or left alone. Basic costs EUR 30.00 a month from 1 April on. */
export const guardWitnesses: Readonly<Record<string, Witness>> = {
  'charge-in-any-currency': {
    today,
    right: ['30.00'],
    wrong: ['30.00', '10.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      const amount = { amount: '10.00', currency: 'USD' };
      await send(world, '/v1/charges', { customerId, text: 'Training', amount, date: today });
      return (await world.invoices(customerId)).map(({ total }) => total.amount);
    },
  },
  'bill-run-ahead-is-for-today': {
    today,
    right: 422,
    wrong: 200,
    look: async (world) => {
      await basicFromApril(world);
      return (await world.call('POST', '/v1/bill-runs', { date: '2026-05-01' })).status;
    },
  },
  'signs-of-journal-dropped': {
    today,
    right: 422,
    wrong: 201,
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      const lines = [
        { account: 'receivables', side: 'debit', amount: eur('-5.00') },
        { account: 'revenue', side: 'credit', amount: eur('-5.00') },
      ];
      return send(world, '/v1/journals', { customerId, date: today, lines });
    },
  },
  'list-shows-first-flat-price': {
    today,
    right: ['30.00'],
    wrong: ['99.00'],
    look: async (world) => {
      const setup: Charge = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '99.00' } };
      await world.publish('basic', [setup, flatFee('30.00')]);
      type Listed = { fees: { fee: { amount: string } }[] };
      const { fees } = await world.ok<Listed>('GET', `/v1/listed-fees?date=${today}`);
      return fees.map(({ fee }) => fee.amount);
    },
  },
  'closing-credits-what-is-paid': {
    today,
    right: '0.00',
    wrong: '30.00',
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      await payOnce(world, (await world.invoices(customerId))[0]?.id ?? '', eur('30.00'));
      await world.ok('POST', `/v1/customers/${customerId}/closing`, { unpaid: 'credited' });
      type Balance = { amount: { amount: string } };
      return (await world.ok<Balance>('GET', `/v1/customers/${customerId}/balance`)).amount.amount;
    },
  },
};

/** The status of the answer. */
async function send(world: TestWorld, url: string, body: object): Promise<number> {
  return (await world.callWith({ 'idempotency-key': 'k1' }, { method: 'POST', url, body })).status;
}
