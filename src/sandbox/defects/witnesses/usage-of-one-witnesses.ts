import { flatFee, type TestWorld } from '../../test-world.ts';
import type { Witness } from './witness.ts';

const calls = {
  kind: 'usage',
  code: 'calls',
  meter: 'calls',
  price: { kind: 'per-unit', unit: '1.00' },
} as const;

/** Two subscriptions of one meter, and charges with several prices: whose usage is whose, and what of it was billed. */
export const usageOfOneWitnesses: Readonly<Record<string, Witness>> = {
  'one-bill-closes-meter-for-all': {
    today: '2026-01-01',
    // The second one is billed on the 15th of February, up to that day.
    right: ['accepted', '7.00'],
    wrong: ['too-late', 'nothing'],
    look: async (world) => {
      await world.publish('metered', [calls]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'metered');
      const second = await world.subscribe(customerId, 'metered', { key: 's2', start: '2026-01-15' });
      await world.advance('2026-02-03');
      const outcome = await sevenFor(world, customerId, { subscriptionId: second, day: '2026-01-28' });
      await world.advance('2026-02-20');
      return [outcome, await usageBilled(world, customerId)];
    },
  },
  'usage-after-last-bill-taken': {
    today: '2026-01-01',
    right: ['too-late', 'nothing'],
    wrong: ['accepted', 'nothing'],
    look: async (world) => {
      await world.publish('metered', [flatFee('10.00'), calls]);
      const customerId = await world.customer();
      const first = await world.subscribe(customerId, 'metered');
      await world.subscribe(customerId, 'metered', { key: 's2' });
      await world.ok('POST', `/v1/subscriptions/${first}/cancel`, { timing: { kind: 'period-end' } });
      await world.advance('2026-02-03');
      const outcome = await sevenFor(world, customerId, { subscriptionId: first, day: '2026-01-28' });
      await world.advance('2026-04-01');
      return [outcome, await usageBilled(world, customerId)];
    },
  },
  'late-usage-less-first-line': {
    today: '2026-01-01',
    // 4 at 1.00 and 2 at 3.00; then 5 more at 1.00, and of the 6.00 at 3.00 only the 4.00 of the first line are taken off.
    right: '4.00 6.00 5.00',
    wrong: '4.00 6.00 5.00 2.00',
    look: async (world) => {
      const east = { code: 'east', where: { site: ['east'] }, price: { kind: 'per-unit', unit: '3.00' } };
      await world.publish('metered', [{ ...calls, buckets: [east] } as typeof calls]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'metered');
      await use(world, { id: 'e1', customerId, quantity: '2', properties: { site: 'east' } });
      await use(world, { id: 'e2', customerId, quantity: '4' });
      await world.advance('2026-02-03');
      await use(world, { id: 'e3', customerId, quantity: '5' });
      await world.advance('2026-03-01');
      return usageBilled(world, customerId);
    },
  },
};

async function use(world: TestWorld, event: object): Promise<string | undefined> {
  const events = [{ meter: 'calls', at: '2026-01-10T12:00:00Z', ...event }];
  const { results } = await world.ok<{ results: { outcome: string }[] }>('POST', '/v1/usage', { events });
  return results[0]?.outcome;
}

function sevenFor(
  world: TestWorld,
  customerId: string,
  { subscriptionId, day }: { readonly subscriptionId: string; readonly day: string },
): Promise<string | undefined> {
  return use(world, { id: 'seven', customerId, quantity: '7', subscriptionId, at: `${day}T12:00:00Z` });
}

/** The amounts of all lines of usage, in the order of their invoices. */
async function usageBilled(world: TestWorld, customerId: string): Promise<string> {
  const lines = (await world.invoices(customerId)).flatMap((invoice) => invoice.lines);
  const nets = lines.filter(({ kind }) => kind === 'usage').map(({ net }) => net.amount);
  return nets.join(' ') || 'nothing';
}
