import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, type TestWorld } from '../../test-world.ts';
import { voidWith } from './credit-account.ts';
import { redeem, type Witness } from './witness.ts';

const year = { interval: { unit: 'month', count: 12 } };

/** Postings by hand, months of revenue, and months that are closed. */
export const bookWitnesses: Readonly<Record<string, Witness>> = {
  'last-day-reversals-close-late': {
    today: '2026-01-01',
    right: '0.00',
    wrong: '334.00',
    look: async (world) => {
      await world.publish('yearly', [flatFee('365.00')], { interval: { unit: 'month', count: 12 } });
      const customerId = await world.customer();
      await world.subscribe(customerId, 'yearly', { start: '2026-01-01' });
      await world.advance('2026-01-31');
      const [invoice] = await world.invoices(customerId);
      const request = { method: 'POST', url: `/v1/invoices/${invoice?.id}/void`, body: {} } as const;
      await world.callWith({ 'idempotency-key': 'v1' }, request);
      await world.advance('2026-02-02');
      return deferredAfter(world, customerId, '2026-01-01');
    },
  },
  'float-noise-refuses-posting': {
    today: '2026-01-01',
    right: 201,
    wrong: 422,
    look: (world) => journal(world, { debits: ['0.10', '0.20', '0.10', '0.20'], credit: '0.60' }),
  },
  'small-difference-passes': {
    today: '2026-01-01',
    right: 422,
    wrong: 201,
    look: (world) => journal(world, { debits: ['10.04'], credit: '10.00' }),
  },
  'old-month-opens-later-ones': {
    today: '2026-03-10',
    right: 422,
    wrong: 201,
    look: async (world) => {
      for (const month of ['2026-01-01', '2026-02-01', '2026-01-01'])
        await world.call('POST', '/v1/periods/close', { month });
      return journal(world, { debits: ['10.00'], credit: '10.00', date: '2026-02-15' });
    },
  },
  'journal-not-checked': {
    today: '2026-01-01',
    right: 422,
    wrong: 201,
    look: (world) => journal(world, { debits: ['11.00'], credit: '10.00' }),
  },
  // EUR 365.00 for 365 days: a euro a day, 17 of them in January.
  'revenue-recognised-at-once': {
    today: '2026-01-15',
    right: ['2026-01-01 17.00', '2026-02-01 28.00'],
    wrong: ['2026-01-01 365.00'],
    look: async (world) => (await schedule(world, '365.00')).slice(0, 2),
  },
  'revenue-in-equal-months': {
    today: '2026-01-15',
    right: ['2026-01-01 16.99', '2026-02-01 27.99'],
    wrong: ['2026-01-01 30.41', '2026-02-01 30.41'],
    look: async (world) => (await schedule(world, '364.99')).slice(0, 2),
  },
  // 36500 over 365 days is 100 a day; one cent more is cut off in each month, and December takes it.
  'revenue-remainder-lost': {
    today: '2026-01-15',
    right: ['2026-12-01 31.01', '2027-01-01 14.00'],
    wrong: ['2026-12-01 31.00', '2027-01-01 14.00'],
    look: async (world) => (await schedule(world, '365.01')).slice(-2),
  },
  'revenue-before-discount': {
    today: '2026-01-15',
    right: ['2026-01-01 15.30'],
    wrong: ['2026-01-01 17.00'],
    look: async (world) => (await schedule(world, '365.00', { isDiscounted: true })).slice(0, 1),
  },
  // 90 days from 15 January to 15 April, billed on the last of them.
  'late-revenue-lost': {
    today: '2026-01-15',
    right: ['2026-04-01 90.00'],
    wrong: ['2026-04-01 14.00'],
    look: arrears,
  },
  'late-revenue-in-closed-month': {
    today: '2026-01-15',
    right: ['2026-04-01 90.00'],
    wrong: ['2026-01-01 17.00', '2026-02-01 28.00', '2026-03-01 31.00', '2026-04-01 14.00'],
    look: arrears,
  },
  'deferral-never-released': {
    today: '2026-01-15',
    right: ['348.00', '320.00'],
    wrong: ['348.00', '348.00'],
    look: async (world) => {
      const customerId = await yearFor(world, '365.00');
      await world.advance('2026-03-01');
      return [
        await deferredAfter(world, customerId, '2026-01-01'),
        await deferredAfter(world, customerId, '2026-02-01'),
      ];
    },
  },
  'void-leaves-deferred-revenue': {
    today: '2026-01-15',
    right: ['348.00', '0.00'],
    wrong: ['348.00', '320.00'],
    look: async (world) => {
      const customerId = await yearFor(world, '365.00');
      await world.advance('2026-02-10');
      const deferred = [await deferredAfter(world, customerId, '2026-01-01')];
      await voidWith(world, (await world.invoices(customerId))[0]?.id ?? '', 'v1');
      await world.advance('2026-03-01');
      return [...deferred, await deferredAfter(world, customerId, '2026-02-01')];
    },
  },
  // EUR 365.00 and 69.35 of tax, which is 20.23 of 434.35 in January.
  'told-price-earned-with-its-tax': {
    today: '2026-01-15',
    right: ['2026-01-01 17.00'],
    wrong: ['2026-01-01 20.23'],
    look: async (world) => {
      await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
      await world.publish('gold', [flatFee('434.35')], { ...year, prices: 'gross' });
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold', { start: '2026-01-15' });
      return (await monthsOf(world, customerId)).slice(0, 1);
    },
  },
  'revenue-of-one-seat': {
    today: '2026-01-15',
    right: ['2026-01-01 51.00'],
    wrong: ['2026-01-01 17.00'],
    look: async (world) => {
      const price = { kind: 'per-unit', unit: '365.00' } as const;
      await world.publish('gold', [{ ...flatFee('0'), price } as Charge], year);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold', { start: '2026-01-15', quantity: '3' });
      return (await monthsOf(world, customerId)).slice(0, 1);
    },
  },
  'closed-month-posted-again': {
    today: '2026-01-15',
    right: ['348.00', '348.00'],
    wrong: ['696.00', '1392.00'],
    look: async (world) => {
      const customerId = await yearFor(world, '365.00');
      await world.advance('2026-02-01');
      return [
        await deferredAfter(world, customerId, '2026-01-01'),
        await deferredAfter(world, customerId, '2026-01-01'),
      ];
    },
  },
  // EUR 1.00 a day: 31 of 365 days are earned.
  'last-month-of-year-stays-deferred': {
    today: '2026-12-01',
    right: '334.00',
    wrong: '0.00',
    look: async (world) => {
      await world.publish('yearly', [flatFee('365.00')], { interval: { unit: 'month', count: 12 } });
      const customerId = await world.customer();
      await world.subscribe(customerId, 'yearly', { start: '2026-12-01' });
      await world.advance('2027-01-02');
      return deferredAfter(world, customerId, '2026-12-01');
    },
  },
  'closed-month-takes-postings': {
    today: '2026-02-01',
    right: 422,
    wrong: 201,
    look: async (world) => {
      await world.ok('POST', '/v1/periods/close', { month: '2026-01-01' });
      return journal(world, { debits: ['10.00'], credit: '10.00' });
    },
  },
  'open-month-closed': {
    today: '2026-01-31',
    right: 422,
    wrong: 200,
    look: async (world) => (await world.call('POST', '/v1/periods/close', { month: '2026-01-01' })).status,
  },
};

async function journal(
  world: TestWorld,
  {
    debits,
    credit,
    date = '2026-01-01',
  }: { readonly debits: readonly string[]; readonly credit: string; readonly date?: string },
): Promise<number> {
  const line = (side: string, account: string) => (amount: string) => ({
    account,
    side,
    amount: { amount, currency: 'EUR' },
  });
  const lines = [...debits.map(line('debit', 'receivables')), line('credit', 'revenue')(credit)];
  const customerId = await world.customer();
  return (await world.call('POST', '/v1/journals', { customerId, date, lines })).status;
}

async function yearFor(world: TestWorld, amount: string): Promise<string> {
  await world.publish('gold', [flatFee(amount)], year);
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold', { start: '2026-01-15' });
  return customerId;
}

async function schedule(
  world: TestWorld,
  amount: string,
  { isDiscounted }: { readonly isDiscounted: boolean } = { isDiscounted: false },
): Promise<readonly string[]> {
  await world.publish('gold', [flatFee(amount)], year);
  const customerId = await world.customer();
  if (isDiscounted) await redeem(world, customerId);
  await world.subscribe(customerId, 'gold', { start: '2026-01-15' });
  return monthsOf(world, customerId);
}

async function arrears(world: TestWorld): Promise<readonly string[]> {
  await world.publish('behind', [flatFee('90.00', 'arrears')], { interval: { unit: 'month', count: 3 } });
  const customerId = await world.customer();
  await world.subscribe(customerId, 'behind', { start: '2026-01-15' });
  await world.advance('2026-04-15');
  return monthsOf(world, customerId);
}

async function monthsOf(world: TestWorld, customerId: string): Promise<readonly string[]> {
  const [invoice] = await world.invoices(customerId);
  const { months } = await world.ok<{ months: { month: string; revenue: { amount: string } }[] }>(
    'GET',
    `/v1/invoices/${invoice?.id}/revenue`,
  );
  return months.map(({ month, revenue }) => `${month} ${revenue.amount}`);
}

async function deferredAfter(world: TestWorld, customerId: string, month: string): Promise<string> {
  await world.ok('POST', '/v1/periods/close', { month });
  type Entry = { account: string; side: string; amount: { amount: string } };
  const { entries } = await world.ok<{ entries: Entry[] }>('GET', `/v1/ledger?customerId=${customerId}`);
  const cents = entries
    .filter(({ account }) => account === 'deferred-revenue')
    .map(({ side, amount }) => BigInt(amount.amount.replace('.', '')) * (side === 'credit' ? 1n : -1n))
    .reduce((sum, part) => sum + part, 0n);
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}
