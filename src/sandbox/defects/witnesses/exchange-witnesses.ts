import { addDecimals } from '../../../model/decimal.ts';
import { flatFee, type TestWorld } from '../../test-world.ts';
import { creditNote, notesOf } from './credit-account.ts';
import { payOnce, type Witness } from './witness.ts';

type Rates = readonly (readonly [day: string, rate: string])[];

/** Books in euros, an invoice of USD 100.00 on 1 January. */
export const exchangeWitnesses: Readonly<Record<string, Witness>> = {
  'note-end-not-in-other-books': {
    today: '2026-01-01',
    right: '90.00',
    wrong: '0.00',
    look: async (world) => {
      const customerId = await invoiced(world, [['2026-01-01', '0.9']]);
      await creditNote(world, (await world.invoices(customerId))[0]?.id ?? '', { key: 'n1' });
      const [note] = await notesOf(world, customerId);
      const url = `/v1/credit-notes/${note?.id}/void`;
      await world.callWith({ 'idempotency-key': 'v1' }, { method: 'POST', url, body: {} });
      return owed(world, customerId);
    },
  },
  'draft-valued-at-first-of-month': {
    today: '2026-01-01',
    right: ['90.00', '170.00'],
    wrong: ['90.00', '180.00'],
    look: async (world) => {
      const customerId = await invoiced(world, [
        ['2026-01-01', '0.9'],
        ['2026-02-04', '0.8'],
      ]);
      const first = await owed(world, customerId);
      await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, { kind: 'days', days: 3 });
      await world.advance('2026-02-10');
      return [first, await owed(world, customerId)];
    },
  },
  'missing-rate-is-one': {
    today: '2026-01-01',
    right: '0',
    wrong: '100.00',
    look: async (world) => owed(world, await invoiced(world, [])),
  },
  'latest-rate-for-every-day': {
    today: '2026-01-01',
    right: '90.00',
    wrong: '70.00',
    look: async (world) =>
      owed(
        world,
        await invoiced(world, [
          ['2026-01-01', '0.9'],
          ['2026-01-02', '0.7'],
        ]),
      ),
  },
  'first-rate-for-ever': {
    today: '2026-01-01',
    right: '90.00',
    wrong: '80.00',
    look: async (world) =>
      owed(
        world,
        await invoiced(world, [
          ['2025-12-20', '0.8'],
          ['2026-01-01', '0.9'],
        ]),
      ),
  },
  'stale-rate-used': {
    today: '2026-01-01',
    right: '0',
    wrong: '90.00',
    look: async (world) => owed(world, await invoiced(world, [['2025-10-01', '0.9']])),
  },
  'rate-turned-over': {
    today: '2026-01-01',
    right: '80.00',
    wrong: '125.00',
    look: async (world) => owed(world, await invoiced(world, [['2026-01-01', '0.8']])),
  },
  'every-currency-has-cents': {
    today: '2026-01-01',
    right: '61.20',
    wrong: '0.61',
    look: async (world) =>
      owed(world, await invoiced(world, [['2026-01-01', '0.0612']], { currency: 'JPY', amount: '1000' })),
  },
  'write-off-at-rate-of-its-day': {
    today: '2026-01-01',
    right: '90.00',
    wrong: '95.00',
    look: async (world) => {
      const customerId = await invoiced(world, [
        ['2026-01-01', '0.9'],
        ['2026-01-08', '0.95'],
      ]);
      await world.advance('2026-01-10');
      const url = `/v1/invoices/${(await world.invoices(customerId))[0]?.id}/write-off`;
      await world.callWith({ 'idempotency-key': 'w1' }, { method: 'POST', url, body: {} });
      return balance(world, customerId, 'bad-debt');
    },
  },
  // EUR 100.00 at 160.5, and not at what a euro is worth in dollars.
  'newest-rate-to-anywhere': {
    today: '2026-01-01',
    right: '16050',
    wrong: '110',
    look: async (world) => owed(world, await inYen(world)),
  },
  'books-kept-in-cents': {
    today: '2026-01-01',
    right: '16050',
    wrong: '1605000',
    look: async (world) => owed(world, await inYen(world)),
  },
  'rate-of-four-digits': {
    today: '2026-01-01',
    right: '91.83',
    wrong: '91.82',
    look: async (world) => owed(world, await invoiced(world, [['2026-01-01', '0.918273']])),
  },
  'payment-at-invoice-rate': {
    today: '2026-01-01',
    right: { cash: '95.00', gain: '-5.00', loss: '0' },
    wrong: { cash: '90.00', gain: '0', loss: '0' },
    look: paidLater,
  },
  'gain-booked-as-loss': {
    today: '2026-01-01',
    right: { cash: '95.00', gain: '-5.00', loss: '0' },
    wrong: { cash: '95.00', gain: '0', loss: '-5.00' },
    look: paidLater,
  },
  'cents-stay-owed-in-books': {
    today: '2026-01-01',
    right: '0.00',
    // 61.73 (61.728) less twice 30.86 (30.864).
    wrong: '0.01',
    look: async (world) => {
      const customerId = await invoiced(world, [['2026-01-01', '0.61728']]);
      await pay(world, customerId, { amount: '50.00', key: 'p1' });
      await pay(world, customerId, { amount: '50.00', key: 'p2' });
      return owed(world, customerId);
    },
  },
  'values-out-of-balance': {
    today: '2026-01-01',
    right: '0.00',
    // 119.00, 100.00 and 19.00 at 0.617255 are 73.45 (73.4533), 61.73 (61.7255) and 11.73 (11.7278).
    wrong: '-0.01',
    look: async (world) => {
      await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
      const customerId = await invoiced(world, [['2026-01-01', '0.617255']]);
      const accounts = ['receivables', 'revenue', 'tax-payable'];
      const sums = await Promise.all(accounts.map((account) => balance(world, customerId, account)));
      return sums.reduce((sum, each) => addDecimals(sum, each), '0');
    },
  },
  'credit-valued-on-its-day': {
    today: '2026-01-01',
    right: '-90.00',
    wrong: '-50.00',
    look: async (world) => {
      const customerId = await invoiced(world, [
        ['2026-01-01', '0.9'],
        ['2026-01-08', '0.5'],
      ]);
      const id = (await world.invoices(customerId))[0]?.id ?? '';
      await payOnce(world, id, { amount: '100.00', currency: 'USD' });
      await world.advance('2026-01-10');
      const body = { part: { kind: 'whole' }, reason: 'goodwill' };
      const request = { method: 'POST', url: `/v1/invoices/${id}/credit-notes`, body } as const;
      await world.callWith({ 'idempotency-key': 'n1' }, request);
      return balance(world, customerId, 'customer-credit');
    },
  },
  'refund-valued-as-its-invoice': {
    today: '2026-01-01',
    // EUR 90.00 came, and 50.00 or 90.00 went.
    right: '40.00',
    wrong: '0.00',
    look: async (world) => {
      const customerId = await invoiced(world, [
        ['2026-01-01', '0.9'],
        ['2026-01-08', '0.5'],
      ]);
      await pay(world, customerId, { amount: '100.00', key: 'p1' });
      await world.advance('2026-01-10');
      type Payments = { payments: { id: string }[] };
      const { payments } = await world.ok<Payments>('GET', `/v1/payments?customerId=${customerId}`);
      const body = { amount: { amount: '100.00', currency: 'USD' } };
      const request = { method: 'POST', url: `/v1/payments/${payments[0]?.id}/refunds`, body } as const;
      await world.callWith({ 'idempotency-key': 'r1' }, request);
      return balance(world, customerId, 'cash');
    },
  },
  'void-at-rate-of-its-day': {
    today: '2026-01-01',
    right: '0.00',
    wrong: '-40.00',
    look: async (world) => {
      const customerId = await invoiced(world, [
        ['2026-01-01', '0.9'],
        ['2026-01-08', '0.5'],
      ]);
      await world.advance('2026-01-10');
      const [invoice] = await world.invoices(customerId);
      const request = { method: 'POST', url: `/v1/invoices/${invoice?.id}/void`, body: {} } as const;
      await world.callWith({ 'idempotency-key': 'v1' }, request);
      return balance(world, customerId, 'revenue');
    },
  },
};

async function invoiced(
  world: TestWorld,
  rates: Rates,
  of: { readonly currency: string; readonly amount: string; readonly booksIn?: string } = {
    currency: 'USD',
    amount: '100.00',
  },
): Promise<string> {
  const { currency, booksIn: to = 'EUR' } = of;
  const entity = { key: 'eu', name: 'Europa GmbH', numberPrefix: 'EU-', currency: to };
  await world.ok('POST', '/v1/legal-entities', entity);
  for (const [effectiveFrom, rate] of rates)
    await world.ok('POST', '/v1/exchange-rates', {
      from: currency,
      to,
      rate,
      source: 'ECB',
      effectiveFrom,
    });
  await world.publish('gold', [flatFee(of.amount)], { currency });
  const customerId = await world.customer({ currency });
  await world.ok('POST', `/v1/customers/${customerId}/legal-entity`, { key: 'eu' });
  await world.subscribe(customerId, 'gold');
  return customerId;
}

/** Books in yen, an invoice of EUR 100.00. */
async function inYen(world: TestWorld): Promise<string> {
  const dollars = { from: 'EUR', to: 'USD', rate: '1.1', source: 'ECB', effectiveFrom: '2026-01-01' };
  await world.ok('POST', '/v1/exchange-rates', dollars);
  return invoiced(world, [['2025-12-30', '160.5']], { currency: 'EUR', amount: '100.00', booksIn: 'JPY' });
}

async function paidLater(world: TestWorld) {
  const customerId = await invoiced(world, [
    ['2026-01-01', '0.9'],
    ['2026-01-08', '0.95'],
  ]);
  await world.advance('2026-01-10');
  await payOnce(world, (await world.invoices(customerId))[0]?.id ?? '', {
    amount: '100.00',
    currency: 'USD',
  });
  return {
    cash: await balance(world, customerId, 'cash'),
    gain: await balance(world, customerId, 'exchange-gain'),
    loss: await balance(world, customerId, 'exchange-loss'),
  };
}

async function pay(
  world: TestWorld,
  customerId: string,
  of: { readonly amount: string; readonly key: string },
) {
  const [invoice] = await world.invoices(customerId);
  const body = { invoiceId: invoice?.id, amount: { amount: of.amount, currency: 'USD' } };
  await world.callWith({ 'idempotency-key': of.key }, { method: 'POST', url: '/v1/payments', body });
}

function owed(world: TestWorld, customerId: string): Promise<string> {
  return balance(world, customerId, 'receivables');
}

interface Values {
  readonly values: readonly {
    readonly account: string;
    readonly side: string;
    readonly amount: { readonly amount: string };
  }[];
}

/** Debits less credits in the books. */
async function balance(world: TestWorld, customerId: string, account: string): Promise<string> {
  const { values } = await world.ok<Values>('GET', `/v1/book-values?customerId=${customerId}`);
  return values
    .filter((value) => value.account === account)
    .reduce(
      (sum, { side, amount }) => addDecimals(sum, side === 'debit' ? amount.amount : `-${amount.amount}`),
      '0',
    );
}
