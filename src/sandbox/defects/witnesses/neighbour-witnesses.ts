import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, perCall, type TestWorld } from '../../test-world.ts';
import { withService } from './served.ts';
import { firstCustomer, type Witness } from './witness.ts';

/** What comes from the systems beside billing, and what goes to them. */
export const neighbourWitnesses: Readonly<Record<string, Witness>> = {
  'second-order-of-customer-lost': {
    today: '2026-01-01',
    right: ['imported', 'imported'],
    wrong: ['imported', 'known'],
    look: (world) => resultsOf(world, [order('1'), { ...order('2'), customer: order('1').customer }]),
  },
  'bad-order-holds-up-page': {
    today: '2026-01-01',
    right: ['imported', 'rejected', 'imported'],
    wrong: ['imported', 'rejected', 'rejected'],
    look: (world) => resultsOf(world, [order('1'), { id: 'bad' }, order('2')]),
  },
  'order-of-left-plan-imported-again': {
    today: '2026-01-01',
    right: ['known'],
    wrong: ['imported'],
    look: async (world) => {
      await publish(world);
      await world.publish('silver', [flatFee('10.00')]);
      const page = JSON.stringify({ orders: [order('1')], cursor: '1', isLast: true });
      return withService(
        () => ({ status: 200, body: page }),
        async (url) => {
          await connect(world, 'order-source', url);
          type Import = { results: { subscriptionId: string }[] };
          const { results } = await world.ok<Import>('POST', '/v1/order-imports', {});
          const change = { plan: 'silver', timing: { kind: 'date', date: '2026-01-01' } };
          await world.ok('POST', `/v1/subscriptions/${results[0]?.subscriptionId}/change`, change);
          return importOnce(world);
        },
      );
    },
  },
  'later-order-moves-the-clock': {
    today: '2026-01-01',
    right: 'UTC',
    wrong: 'Asia/Tokyo',
    look: async (world) => {
      const known = order('1').customer;
      await resultsOf(world, [order('1'), { ...order('2'), customer: { ...known, timeZone: 'Asia/Tokyo' } }]);
      const customer = await firstCustomer(world);
      return (await world.ok<{ timeZone: string }>('GET', `/v1/customers/${customer}`)).timeZone;
    },
  },
  'name-of-the-newest-order': {
    today: '2026-01-01',
    right: 'Ada',
    wrong: 'Eve',
    look: async (world) => {
      const known = order('1').customer;
      await resultsOf(world, [order('1'), { ...order('2'), customer: { ...known, name: 'Eve' } }]);
      const customer = await firstCustomer(world);
      return (await world.ok<{ name: string }>('GET', `/v1/customers/${customer}`)).name;
    },
  },
  'silent-source-skips-page': {
    today: '2026-01-01',
    right: ['imported'],
    wrong: [],
    look: async (world) => {
      await publish(world);
      let fetched = 0;
      const page = JSON.stringify({ orders: [order('1')], cursor: '1', isLast: true });
      const empty = JSON.stringify({ orders: [], cursor: '5', isLast: true });
      const answers = (path: string) => {
        fetched += 1;
        if (fetched === 1) return { status: 503, body: '' };
        return { status: 200, body: path.includes('after=5') ? empty : page };
      };
      return withService(answers, async (url) => {
        await connect(world, 'order-source', url);
        await importOnce(world);
        return importOnce(world);
      });
    },
  },
  'empty-page-ends-import': {
    today: '2026-01-01',
    right: ['imported'],
    wrong: [],
    look: async (world) => {
      await publish(world);
      const empty = JSON.stringify({ orders: [], cursor: '5', isLast: false });
      const page = JSON.stringify({ orders: [order('1')], cursor: '6', isLast: true });
      const answers = (path: string) => ({ status: 200, body: path.includes('after=5') ? page : empty });
      return withService(answers, async (url) => {
        await connect(world, 'order-source', url);
        return importOnce(world);
      });
    },
  },
  'late-order-billed-from-arrival': {
    today: '2026-01-10',
    right: '2026-01-01',
    wrong: '2026-01-10',
    look: (world) => firstDayOf(world, order('1')),
  },
  'order-begins-when-placed-at-the-earliest': {
    today: '2026-01-10',
    right: '2026-01-01',
    wrong: '2026-01-05',
    look: (world) => firstDayOf(world, { ...order('1'), placedAt: '2026-01-05T08:00:00Z' }),
  },
  'imported-order-of-one': {
    today: '2026-01-01',
    right: ['93.00'],
    wrong: ['31.00'],
    look: async (world) => (await sold(world, { quantity: '3' })).map(({ total }) => total.amount),
  },
  // 20 % of EUR 31.00 in France, 19 % in Germany.
  'imported-customer-taxed-at-home': {
    today: '2026-01-01',
    right: ['6.20'],
    wrong: ['5.89'],
    look: async (world) => (await sold(world, { country: 'FR' })).map(({ tax }) => tax.amount),
  },
  // In Tokyo it is 1 January already, with which the service begins; in Berlin it is not.
  'imported-customer-lives-at-headquarters': {
    today: '2026-01-01',
    right: ['31.00', '38.00'],
    wrong: ['31.00', '31.00'],
    look: async (world) => {
      await sold(world, { timeZone: 'Asia/Tokyo' });
      await world.send(await firstCustomer(world), [{ id: 'e1', quantity: '7', at: '2025-12-31T15:30:00Z' }]);
      await world.advance('2026-02-02');
      return (await world.invoices(await firstCustomer(world))).map(({ total }) => total.amount);
    },
  },
  'accounting-told-all-in-euros': {
    today: '2026-01-01',
    right: ['USD', 'USD'],
    wrong: ['EUR', 'EUR'],
    look: async (world) => {
      await sold(world, { currency: 'USD' });
      return (await told(world)).map(({ amount }) => amount.currency);
    },
  },
  'accounting-told-tax-as-revenue': {
    today: '2026-01-01',
    right: ['receivables', 'revenue', 'tax-payable'],
    wrong: ['receivables', 'revenue', 'revenue'],
    look: async (world) => {
      await sold(world, { country: 'FR' });
      return (await told(world)).map(({ account }) => account).toSorted();
    },
  },
  'lost-answer-posts-again': {
    today: '2026-01-01',
    right: 1,
    wrong: 2,
    look: async (world) => (await postedIds(world, [503, 201])).size,
  },
  'untaken-posting-counts-as-taken': {
    today: '2026-01-01',
    right: { taken: 0, open: 1 },
    wrong: { taken: 1, open: 0 },
    look: async (world) => {
      await resultsOf(world, [order('1')]);
      const away = () => ({ status: 503, body: '' });
      return withService(away, async (url) => {
        await connect(world, 'accounting', url);
        return world.ok('POST', '/v1/posting-hand-overs', {});
      });
    },
  },
};

async function firstDayOf(world: TestWorld, placed: object): Promise<string | undefined> {
  await resultsOf(world, [placed]);
  type Listed = { invoices: { lines: { period: { from: string } }[] }[] };
  const { invoices } = await world.ok<Listed>('GET', '/v1/invoices');
  return invoices[0]?.lines[0]?.period.from;
}

function order(id: string) {
  return {
    id,
    placedAt: '2026-01-01T08:00:00Z',
    customer: { key: `c${id}`, name: 'Ada', country: 'DE', currency: 'EUR', timeZone: 'UTC' },
    plan: 'gold',
    quantity: '1',
    start: '2026-01-01',
  };
}

/** One order of a plan of EUR 31.00 a seat, and EUR 1.00 a call. */
async function sold(
  world: TestWorld,
  of: {
    readonly quantity?: string;
    readonly country?: string;
    readonly currency?: string;
    readonly timeZone?: string;
  },
) {
  const { quantity = '1', ...home } = of;
  for (const [country, ratePercent] of [
    ['DE', '19'],
    ['FR', '20'],
  ] as const)
    if (of.country !== undefined)
      await world.ok('POST', '/v1/tax-rates', { country, ratePercent, from: '2020-01-01' });
  const seat = { ...flatFee('0'), price: { kind: 'per-unit', unit: '31.00' } } as Charge;
  await world.publish('gold', [seat, perCall('1.00')], { currency: of.currency ?? 'EUR' });
  const one = order('1');
  const page = { orders: [{ ...one, quantity, customer: { ...one.customer, ...home } }], cursor: '1' };
  await withService(
    () => ({ status: 200, body: JSON.stringify({ ...page, isLast: true }) }),
    async (url) => {
      await connect(world, 'order-source', url);
      await importOnce(world);
    },
  );
  return world.invoices(await firstCustomer(world));
}

interface ToldEntry {
  readonly account: string;
  readonly amount: { readonly currency: string };
}

/** All entries that accounting is told. */
async function told(world: TestWorld): Promise<readonly ToldEntry[]> {
  const entries: ToldEntry[] = [];
  const answer = (_path: string, body: string) => {
    entries.push(...(JSON.parse(body) as { entries: ToldEntry[] }).entries);
    return { status: 201, body: '' };
  };
  await withService(answer, async (url) => {
    await connect(world, 'accounting', url);
    await world.ok('POST', '/v1/posting-hand-overs', {});
  });
  return entries;
}

async function publish(world: TestWorld): Promise<void> {
  await world.publish('gold', [flatFee('31.00')]);
}

async function resultsOf(world: TestWorld, orders: readonly unknown[]): Promise<readonly string[]> {
  await publish(world);
  const page = JSON.stringify({ orders, cursor: String(orders.length), isLast: true });
  return withService(
    () => ({ status: 200, body: page }),
    async (url) => {
      await connect(world, 'order-source', url);
      return importOnce(world);
    },
  );
}

async function importOnce(world: TestWorld): Promise<readonly string[]> {
  const { results } = await world.ok<{ results: { kind: string }[] }>('POST', '/v1/order-imports', {});
  return results.map(({ kind }) => kind);
}

/** Ids of all that was sent to accounting, which answers as given, one after the other. */
async function postedIds(world: TestWorld, statuses: readonly number[]): Promise<ReadonlySet<string>> {
  await resultsOf(world, [order('1')]);
  const ids: string[] = [];
  const answer = (_path: string, body: string) => {
    ids.push((JSON.parse(body) as { postingId: string }).postingId);
    return { status: statuses[ids.length - 1] ?? 201, body: '' };
  };
  await withService(answer, async (url) => {
    await connect(world, 'accounting', url);
    for (const _status of statuses) await world.ok('POST', '/v1/posting-hand-overs', {});
  });
  return new Set(ids);
}

async function connect(world: TestWorld, kind: string, url: string): Promise<void> {
  const { status, text } = await world.call('POST', `/v1/neighbours/${kind}`, { url });
  if (status !== 204) throw new Error(`the neighbour was answered with ${status}: ${text}`);
}
