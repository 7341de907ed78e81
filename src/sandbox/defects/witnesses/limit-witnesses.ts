import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, type TestWorld } from '../../test-world.ts';
import { duesOf, fill, taxedInvoice, walletBalances } from './credit-account.ts';
import { keyed, moved, payer, paying } from './payer.ts';
import { fee, taxWitness } from './tax-story.ts';
import type { Witness } from './witness.ts';

const today = '2026-01-01';

/** What holds for a few, and not for many, long or large. */
export const limitWitnesses: Readonly<Record<string, Witness>> = {
  'meter-adds-up-a-hundred': {
    today,
    right: ['101.00'],
    wrong: ['100.00'],
    look: async (world) => {
      const calls: Charge = {
        kind: 'usage',
        code: 'calls',
        meter: 'calls',
        price: { kind: 'per-unit', unit: '1.00' },
      };
      await world.publish('metered', [calls]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'metered');
      const at = '2026-01-01T10:00:00Z';
      await world.send(
        customerId,
        Array.from({ length: 101 }, (_, number) => ({ id: `e${number}`, quantity: '1', at })),
      );
      await world.advance('2026-02-01');
      return duesOf(world, customerId);
    },
  },
  // EUR 30,000,000.00 off, once; 32 bits hold 21,474,836.47.
  'coupon-use-counted-in-32-bits': taxWitness(
    { charges: [fee('300000000.00')], coupons: [{ invoicesMax: 1 }], until: '2026-02-01' },
    {
      right: ['30000000.00 0.00 270000000.00', '0.00 0.00 300000000.00'],
      wrong: ['30000000.00 0.00 270000000.00', '30000000.00 0.00 270000000.00'],
    },
  ),
  'refund-booked-in-32-bits': {
    today,
    right: ['30000000.00', '30000000.00'],
    wrong: ['30000000.00', '21474836.47'],
    look: async (world) => {
      const amount = { amount: '30000000.00', currency: 'EUR' };
      const pays = await payer(world, 'succeeds', amount.amount);
      const { id } = await paying(pays, 'p1', amount);
      await keyed(pays, 'back', { url: `/v1/payments/${id}/refunds`, body: { amount } });
      const entries = await booked(world, pays.customerId);
      return entries.filter(({ account }) => account === 'cash').map((entry) => entry.amount.amount);
    },
  },
  'last-day-posted-into-next-month': {
    today: '2026-01-30',
    right: ['2026-01-30', '2026-01-31'],
    wrong: ['2026-01-30', '2026-02-01'],
    look: async (world) => {
      const pays = await payer(world);
      await world.advance('2026-01-31');
      await paying(pays, 'p1');
      const entries = await booked(world, pays.customerId);
      return entries.filter(({ account }) => account === 'receivables').map(({ date }) => date);
    },
  },
  'priority-sorted-as-text': {
    today,
    // EUR 100.00 of February: the second wallet pays, and the tenth is left.
    right: ['0.00', '100.00'],
    wrong: ['100.00', '0.00'],
    look: async (world) => {
      const { customerId } = await taxedInvoice(world, ['100.00'], '0');
      for (const priority of [2, 10]) {
        const terms = { key: `w${priority}`, priority };
        await fill(world, customerId, { credits: '100', ...terms });
      }
      await world.advance('2026-02-01');
      return walletBalances(world, customerId);
    },
  },
  'transfer-pays-three-at-most': {
    today,
    right: ['0.00', '0.00', '0.00', '0.00'],
    wrong: ['0.00', '0.00', '0.00', '30.00'],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'basic');
      await world.advance('2026-04-01');
      const amount = { amount: '120.00', currency: 'EUR' };
      const body = { customerId, amount, invoiceIds: null };
      await world.callWith({ 'idempotency-key': 'r1' }, { method: 'POST', url: '/v1/receipts', body });
      return duesOf(world, customerId);
    },
  },
  'gateway-amount-in-32-bits': {
    today,
    right: ['charge 4294967397 succeeded'],
    // 2 to the power of 32 is 4294967296.
    wrong: ['charge 101 succeeded'],
    look: async (world) => {
      const owing = await payer(world, 'succeeds', '42949673.97');
      await paying(owing, 'p1', { amount: '42949673.97' });
      return moved(owing);
    },
  },
  'revenue-of-one-year-only': {
    today,
    right: 24,
    wrong: 12,
    look: async (world) => {
      await world.publish('two-years', [flatFee('730.00')], { interval: { unit: 'year', count: 2 } });
      const customerId = await world.customer();
      await world.subscribe(customerId, 'two-years');
      const [invoice] = await world.invoices(customerId);
      type Revenue = { months: readonly unknown[] };
      return (await world.ok<Revenue>('GET', `/v1/invoices/${invoice?.id}/revenue`)).months.length;
    },
  },
  'first-five-rates-read': {
    today,
    right: '115.00',
    wrong: '114.00',
    look: async (world) => {
      for (const month of [1, 2, 3, 4, 5, 6])
        await world.ok('POST', '/v1/tax-rates', {
          country: 'DE',
          ratePercent: String(9 + month),
          from: `2025-0${month}-01`,
        });
      await world.publish('basic', [flatFee('100.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'basic');
      return (await world.invoices(customerId))[0]?.total.amount;
    },
  },
  'run-of-twenty-customers': {
    today,
    right: [2, 2],
    wrong: [2, 0],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      const ids: string[] = [];
      for (let number = 1; number <= 21; number += 1) ids.push(await world.customer({ key: `c${number}` }));
      const shown = [ids[0] ?? '', ids[20] ?? ''];
      for (const id of shown) await world.subscribe(id, 'basic', { key: `s-${id}` });
      await world.advance('2026-02-01');
      return Promise.all(shown.map(async (id) => (await world.invoices(id)).length));
    },
  },
};

interface Booked {
  readonly date: string;
  readonly account: string;
  readonly amount: { readonly amount: string };
}

async function booked(world: TestWorld, customerId: string): Promise<readonly Booked[]> {
  const { entries } = await world.ok<{ entries: Booked[] }>('GET', `/v1/ledger?customerId=${customerId}`);
  return entries;
}
