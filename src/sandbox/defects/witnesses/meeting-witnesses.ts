import { flatFee, type ShownInvoice, type TestWorld } from '../../test-world.ts';
import { fill, voidWith } from './credit-account.ts';
import { billsUntil } from './subscription-story.ts';
import { createCoupon, off, redeem, taxWitness } from './tax-story.ts';
import { paidInvoice, quoteOf, type Witness } from './witness.ts';

const seats = { quantity: '10' };

/** Two things that are each done right, and meet. */
export const meetingWitnesses: Readonly<Record<string, Witness>> = {
  'agreed-tiers-give-way': {
    today: '2026-01-01',
    // Ten seats: 10 × EUR 2.00 as agreed, 10 × EUR 5.00 by the list.
    right: ['01-01 20.00'],
    wrong: ['01-01 50.00'],
    look: async (world) => {
      const price = { kind: 'per-unit', unit: '5.00' } as const;
      await world.publish('gold', [{ ...flatFee('0'), price } as ReturnType<typeof flatFee>]);
      const customerId = await world.customer();
      const tiers = [{ upTo: null, unit: '2.00', flat: '0' }];
      const negotiated = [{ charge: flatFee('0').code, price: { kind: 'volume', tiers } }];
      await world.subscribe(customerId, 'gold', { ...seats, negotiated });
      return billsUntil(world, customerId, '2026-01-02');
    },
  },
  'second-line-left-out-is-the-next': {
    today: '2026-01-01',
    right: ['30.00', '40.00'],
    wrong: ['20.00', '40.00'],
    look: async (world) => {
      const fees = ['10.00', '20.00', '30.00', '40.00'];
      await world.publish(
        'gold',
        fees.map((amount, index) => ({ ...flatFee(amount), code: `fee-${index}` })),
      );
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      const id = (await world.invoices(customerId))[0]?.id ?? '';
      await voidWith(world, id, 'v1');
      type Again = { lines: { net: { amount: string } }[] };
      const again = await world.ok<Again>('POST', `/v1/invoices/${id}/rebill`, { without: [0, 1] });
      return again.lines.map(({ net }) => net.amount);
    },
  },
  'billed-again-without-credit': {
    today: '2026-01-01',
    // What was paid stands on the balance after the void, and pays the new invoice.
    right: '0.00',
    wrong: '100.00',
    look: async (world) => {
      const { id } = await paidInvoice(world, 'EUR', '100.00');
      await voidWith(world, id, 'v1');
      const again = await world.ok<ShownInvoice>('POST', `/v1/invoices/${id}/rebill`, { without: [] });
      return (await world.ok<ShownInvoice>('GET', `/v1/invoices/${again.id}`)).due.amount;
    },
  },
  'free-charge-given-back-in-full': {
    today: '2026-01-01',
    // January cost nothing; the 21 days after the 10th give nothing back.
    right: ['01-01 0.00', '01-11 0.00'],
    wrong: ['01-01 0.00', '01-11 -21.00'],
    look: async (world) => {
      const customerId = await freeMonth(world);
      return billsUntil(world, customerId, '2026-01-12');
    },
  },
  'newer-country-rate-beats-region': taxWitness(
    {
      charges: [
        { kind: 'recurring', code: 'fee', timing: 'advance', price: { kind: 'flat', amount: '100.00' } },
      ],
      customer: { country: 'US', region: 'CA' },
      rates: [
        { country: 'US', region: 'CA', ratePercent: '7.25', from: '2020-01-01' },
        { country: 'US', ratePercent: '5', from: '2021-01-01' },
      ],
    },
    { right: ['0.00 7.25 107.25'], wrong: ['0.00 5.00 105.00'] },
  ),
  'code-counts-once': {
    today: '2026-01-01',
    // Two subscriptions of EUR 100.00, each with a tenth off.
    right: ['02-01 180.00'],
    wrong: ['02-01 190.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('100.00')]);
      const customerId = await world.customer();
      await createCoupon(world, { code: 'one', value: off('10') });
      for (const key of ['a', 'b']) {
        const subscriptionId = await world.subscribe(customerId, 'gold', { key });
        await redeem(world, { customerId, code: 'one', key, subscriptionId });
      }
      return (await billsUntil(world, customerId, '2026-02-01')).slice(2);
    },
  },
  'each-debt-as-the-last': {
    today: '2026-01-01',
    right: ['140.00'],
    wrong: ['80.00'],
    look: async (world) => {
      const customerId = await world.customer();
      for (const [plan, amount] of [
        ['gold', '100.00'],
        ['iron', '40.00'],
      ] as const) {
        await world.publish(plan, [flatFee(amount)], { interval: { unit: 'year', count: 1 } });
        await world.subscribe(customerId, plan, { key: plan });
      }
      const level = { name: 'reminder', afterDays: 5, suspends: false, fee: null, interestPercent: null };
      const policy = { firstAttempt: 'issue-date', retryDays: [], ageFrom: 'issue-date', threshold: null };
      const body = { ...policy, levels: [level] };
      await world.callWith({}, { method: 'PUT', url: '/v1/dunning-policy', body });
      await world.advance('2026-01-10');
      type State = { reminders: { overdue: { amount: string } }[] };
      const { reminders } = await world.ok<State>('GET', `/v1/customers/${customerId}/dunning`);
      return reminders.map(({ overdue }) => overdue.amount);
    },
  },
  'preview-forgets-wallet-behind-balance': {
    today: '2026-01-01',
    // EUR 100.00 less EUR 50.00 on the balance and EUR 20.00 in the wallet.
    right: '30.00',
    wrong: '50.00',
    look: async (world) => {
      const { id, customerId } = await paidInvoice(world, 'EUR', '100.00');
      const part = { kind: 'lines', lines: [{ line: 0, net: { amount: '50.00', currency: 'EUR' } }] };
      await world.ok('POST', `/v1/invoices/${id}/credit-notes`, { part, reason: 'goodwill' });
      await fill(world, customerId, { credits: '20' });
      return (await quoteOf(world, customerId, '2026-02-01'))?.due.amount;
    },
  },
};

/** EUR 31.00 for January, all of it taken off, and an end on the 11th. */
async function freeMonth(world: TestWorld): Promise<string> {
  await world.publish('gold', [flatFee('31.00')]);
  const customerId = await world.customer();
  await createCoupon(world, { code: 'free', value: off('100'), invoicesMax: 1 });
  await redeem(world, { customerId, code: 'free', key: 'a' });
  const id = await world.subscribe(customerId, 'gold');
  await world.advance('2026-01-11');
  const timing = { kind: 'date', date: '2026-01-11' };
  await world.ok('POST', `/v1/subscriptions/${id}/cancel`, { timing });
  return customerId;
}
