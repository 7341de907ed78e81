import { flatFee, type TestWorld } from '../../test-world.ts';
import { fill, voidWith, walletBalances } from './credit-account.ts';
import { basicFromApril, billsUntil, happen, subscriber, tell } from './subscription-story.ts';
import { quoteOf, type Witness } from './witness.ts';

const april = '2026-04-01';
const flat = (amount: string) => ({ kind: 'flat', amount }) as const;
const twenty = [{ charge: 'fee', price: flat('20.00') }];

/** What holds for itself, and not together with something else. */
export const togetherWitnesses: Readonly<Record<string, Witness>> = {
  'partly-credited-charge-given-back': {
    today: april,
    // Half of EUR 60.00, less half of EUR 30.00; or less all of them that the note left.
    right: ['04-01 30.00', '04-16 15.00'],
    wrong: ['04-01 30.00', '04-16 5.00'],
    look: async (world) => {
      await world.publish('pro', [flatFee('60.00')]);
      const { customerId, id } = await basicFromApril(world);
      const invoiceId = (await world.invoices(customerId))[0]?.id ?? '';
      const lines = [{ line: 0, net: { amount: '5.00', currency: 'EUR' } }];
      const body = { part: { kind: 'lines', lines }, reason: 'goodwill' };
      const url = `/v1/invoices/${invoiceId}/credit-notes`;
      await world.callWith({ 'idempotency-key': 'n1' }, { method: 'POST', url, body });
      await happen(world, id, { act: 'change', on: '2026-04-16', body: { plan: 'pro' } });
      return billsUntil(world, customerId, '2026-04-17');
    },
  },
  'closing-ends-first-service': {
    today: april,
    right: ['2026-05-01', '2026-05-01'],
    wrong: ['2026-05-01', null],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      const second = await world.subscribe(customerId, 'basic', { key: 's2', start: april });
      await world.ok('POST', `/v1/customers/${customerId}/closing`, { unpaid: 'stays' });
      return Promise.all(
        [id, second].map(
          async (each) => (await world.ok<{ end: string | null }>('GET', `/v1/subscriptions/${each}`)).end,
        ),
      );
    },
  },
  'second-further-currency-dropped': {
    today: april,
    right: 422,
    wrong: 201,
    look: async (world) => {
      const inOther = (currency: string) => ({ currency, prices: [{ charge: 'fee', price: flat('50') }] });
      await world.publish('world', [flatFee('30.00')], {
        otherCurrencies: [inOther('JPY'), inOther('USD')],
      });
      return (
        await world.call('POST', '/v1/plans', {
          plan: 'world',
          effectiveFrom: '2026-05-01',
          currency: 'EUR',
          interval: { unit: 'month', count: 1 },
          charges: [flatFee('35.00')],
          otherCurrencies: [inOther('JPY')],
        })
      ).status;
    },
  },
  'agreed-fee-yields-to-tiers': {
    today: april,
    right: ['04-01 20.00'],
    wrong: ['04-01 30.00'],
    look: async (world) => {
      const tiers = [{ upTo: null, unit: '10.00', flat: '0' }];
      const fee = { ...flatFee('0'), price: { kind: 'graduated', tiers } as const };
      await world.publish('team', [fee]);
      const order = { start: april, quantity: '3', negotiated: twenty };
      const { customerId } = await subscriber(world, 'team', order);
      return billsUntil(world, customerId, '2026-04-02');
    },
  },
  'shared-bill-day-without-trial': {
    today: april,
    // From 16 April, the end of the trial, half a month is left.
    right: ['04-01 30.00', '04-16 15.00'],
    wrong: ['04-01 30.00', '04-11 20.00'],
    look: async (world) => {
      const shared = { sharesBillDay: true };
      const { customerId } = await basicFromApril(world, shared);
      await world.advance('2026-04-11');
      const order = { key: 's2', start: '2026-04-11', trialDays: 5, ...shared };
      await world.subscribe(customerId, 'basic', order);
      return billsUntil(world, customerId, '2026-04-17');
    },
  },
  'add-on-at-list-price': {
    today: april,
    right: ['04-01 30.00', '04-01 20.00'],
    wrong: ['04-01 30.00', '04-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      const order = { key: 's2', start: april, addOnTo: id, negotiated: twenty };
      await world.subscribe(customerId, 'basic', order);
      return billsUntil(world, customerId, '2026-04-02');
    },
  },
  'agreed-price-lost-until-period-end': {
    today: april,
    right: ['04-01 30.00', '05-01 20.00'],
    wrong: ['04-01 30.00', '05-01 60.00'],
    look: async (world) => {
      await world.publish('pro', [flatFee('60.00')]);
      const { customerId, id } = await basicFromApril(world);
      await tell(world, id, { act: 'change', body: { plan: 'pro', negotiated: twenty } });
      return billsUntil(world, customerId, '2026-05-02');
    },
  },
  'preview-ends-coupon-at-redeem-by': {
    today: april,
    right: '27.00',
    wrong: '30.00',
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      await world.ok('POST', '/v1/coupons', {
        code: 'ten',
        value: { kind: 'percent', percent: '10' },
        scope: { kind: 'invoice' },
        redeemBy: april,
        validUntil: null,
        invoicesMax: null,
        redemptionsMax: null,
      });
      const url = `/v1/customers/${customerId}/coupons`;
      const body = { code: 'ten', subscriptionId: null };
      await world.callWith({ 'idempotency-key': 'ten' }, { method: 'POST', url, body });
      return (await quoteOf(world, customerId, '2026-05-01'))?.total.amount;
    },
  },
  'void-returns-euros-to-wallets-only': {
    today: april,
    right: ['30.00'],
    wrong: ['0.00'],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')], { currency: 'USD' });
      const customerId = await world.customer({ currency: 'USD' });
      await world.subscribe(customerId, 'basic', { start: april });
      await fill(world, customerId, { credits: '30' });
      await world.advance('2026-05-02');
      await voidWith(world, (await world.invoices(customerId))[1]?.id ?? '', 'v1');
      return walletBalances(world, customerId);
    },
  },
  'withdrawn-at-one-to-one': {
    today: april,
    // 30 of 40 credits are left, at half a euro each; or EUR 10.00 went with ten of them.
    right: ['15.00'],
    wrong: ['10.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      const wallet = { credits: '40', rate: '0.5', charges: ['fee'] };
      const id = await fill(world, customerId, wallet);
      const url = `/v1/wallets/${id}/withdraw`;
      const request = { method: 'POST', url, body: { credits: '10' } } as const;
      await world.callWith({ 'idempotency-key': 'w1' }, request);
      return walletBalances(world, customerId);
    },
  },
  'draft-shown-at-list-price': {
    today: april,
    right: '20.00',
    wrong: '30.00',
    look: async (world) => (await draftOfMay(world, { negotiated: twenty })).draft?.total.amount,
  },
  'draft-final-without-uplift': {
    today: april,
    right: ['04-01 30.00', '05-02 33.00'],
    wrong: ['04-01 30.00', '05-02 30.00'],
    look: async (world) => {
      const term = { periods: 1, atEnd: 'renew', upliftPercent: '10' };
      const { customerId, draft } = await draftOfMay(world, { term });
      const url = `/v1/drafts/${draft?.id}/finalise`;
      await world.callWith({ 'idempotency-key': 'f1' }, { method: 'POST', url, body: {} });
      return billsUntil(world, customerId, '2026-05-03');
    },
  },
  'draft-final-without-wallet': {
    today: april,
    right: ['0.00'],
    wrong: ['12.00'],
    look: async (world) => {
      const { customerId, draft } = await draftOfMay(world, {});
      await fill(world, customerId, { credits: '12' });
      const url = `/v1/drafts/${draft?.id}/finalise`;
      await world.callWith({ 'idempotency-key': 'f1' }, { method: 'POST', url, body: {} });
      return walletBalances(world, customerId);
    },
  },
};

async function draftOfMay(world: TestWorld, order: object) {
  const { customerId } = await basicFromApril(world, order);
  await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, { kind: 'by-hand' });
  await world.advance('2026-05-02');
  type Drafts = { drafts: Awaited<ReturnType<TestWorld['invoices']>> };
  const [draft] = (await world.ok<Drafts>('GET', `/v1/drafts?customerId=${customerId}`)).drafts;
  return { customerId, draft };
}
