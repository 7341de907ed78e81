import { flatFee, type TestWorld } from '../../test-world.ts';
import type { Witness } from './witness.ts';

const forbidden = { today: '2026-01-01', right: 403 } as const;

/** Who may do what, what is written down of it, and who was faster. */
export const accessWitnesses: Readonly<Record<string, Witness>> = {
  'trail-ends-with-its-year': {
    today: '2026-12-31',
    right: ['2026-12-31', '2027-01-01'],
    wrong: ['2026-12-31'],
    look: async (world) => {
      for (const from of ['2026-12-31', '2027-01-01']) {
        await world.advance(from);
        await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '7', from });
      }
      const { entries } = await world.ok<{ entries: { on: string }[] }>('GET', '/v1/audit');
      return entries.map(({ on }) => on);
    },
  },
  'clerk-voids-invoices': {
    ...forbidden,
    wrong: 404,
    look: (world) => as(world, 'clerk')('/v1/invoices/none/void', {}),
  },
  'clerk-ends-business': {
    ...forbidden,
    wrong: 404,
    look: (world) => as(world, 'clerk')('/v1/customers/none/closing', { unpaid: 'stays' }),
  },
  'clerk-writes-off': {
    ...forbidden,
    wrong: 404,
    look: (world) => as(world, 'clerk')('/v1/invoices/none/write-off', {}),
  },
  'clerk-gives-credit': {
    ...forbidden,
    wrong: 404,
    look: (world) =>
      as(world, 'clerk')('/v1/invoices/none/credit-notes', { part: { kind: 'whole' }, reason: 'goodwill' }),
  },
  'clerk-posts-by-hand': {
    ...forbidden,
    wrong: 404,
    look: (world) => as(world, 'clerk')('/v1/journals', journal),
  },
  'clerk-closes-months': {
    ...forbidden,
    wrong: 200,
    look: (world) => as(world, 'clerk')('/v1/periods/close', { month: '2025-12-01' }),
  },
  'controller-is-refused': {
    today: '2026-01-01',
    right: 200,
    wrong: 403,
    look: (world) => as(world, 'controller')('/v1/periods/close', { month: '2025-12-01' }),
  },
  'audit-entry-missing': {
    today: '2026-01-01',
    right: ['customers', 'subscriptions', 'cancel'],
    wrong: ['customers', 'subscriptions'],
    look: async (world) =>
      (await cancelled(world))
        .map(({ action }) => action.split('/').at(-1))
        .filter((word) => word !== 'plans'),
  },
  'audit-without-before': {
    today: '2026-01-01',
    right: false,
    wrong: true,
    look: async (world) => {
      const entry = (await cancelled(world)).at(-1);
      return entry?.before === entry?.after;
    },
  },
  'audit-names-the-owner': {
    today: '2026-01-01',
    right: ['owner', 'Uma'],
    wrong: ['owner', 'owner'],
    look: async (world) => {
      await as(world, 'controller')('/v1/periods/close', { month: '2025-12-01' });
      return (await trail(world)).map(({ user }) => user);
    },
  },
  'audit-keeps-the-last': {
    today: '2026-01-01',
    right: 2,
    wrong: 1,
    look: async (world) => {
      const id = await world.customer();
      await rename(world, id, 'B');
      return (await trail(world)).length;
    },
  },
  'stale-write-wins': {
    today: '2026-01-01',
    right: [200, 409],
    wrong: [200, 200],
    look: async (world) => {
      const id = await world.customer();
      return [await rename(world, id, 'B'), await rename(world, id, 'C')];
    },
  },
  'version-not-counted': {
    today: '2026-01-01',
    right: [200, 409],
    wrong: [200, 200],
    look: async (world) => {
      const id = await world.customer();
      return [await rename(world, id, 'B'), await rename(world, id, 'C')];
    },
  },
};

const journal = {
  customerId: 'none',
  date: '2026-01-01',
  lines: [
    { account: 'receivables', side: 'debit', amount: { amount: '1.00', currency: 'EUR' } },
    { account: 'revenue', side: 'credit', amount: { amount: '1.00', currency: 'EUR' } },
  ],
};

/** What a new user of the role is answered. */
function as(world: TestWorld, role: string) {
  return async (url: string, body: object): Promise<number> => {
    const { apiKey } = await world.ok<{ apiKey: string }>('POST', '/v1/users', { name: 'Uma', role });
    const headers = { authorization: `Bearer ${apiKey}`, 'idempotency-key': 'k1' };
    return (await world.callWith(headers, { method: 'POST', url, body })).status;
  };
}

async function cancelled(world: TestWorld) {
  await world.publish('gold', [flatFee('10.00')]);
  const id = await world.subscribe(await world.customer(), 'gold');
  await world.ok('POST', `/v1/subscriptions/${id}/cancel`, { timing: { kind: 'period-end' } });
  return trail(world);
}

interface Entry {
  readonly user: string;
  readonly action: string;
  readonly before: string | null;
  readonly after: string | null;
}

async function trail(world: TestWorld): Promise<readonly Entry[]> {
  return (await world.ok<{ entries: Entry[] }>('GET', '/v1/audit')).entries;
}

async function rename(world: TestWorld, id: string, name: string): Promise<number> {
  const body = { name, version: 1 };
  const request = { method: 'PUT', url: `/v1/customers/${id}/name`, body } as const;
  return (await world.callWith({}, request)).status;
}
