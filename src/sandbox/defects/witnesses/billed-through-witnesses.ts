import type { TestWorld } from '../../test-world.ts';
import { basicFromApril } from './subscription-story.ts';
import type { Witness } from './witness.ts';

/** Basic for EUR 30.00 a month from 1 April on. */
export const billedThroughWitnesses: Readonly<Record<string, Witness>> = {
  'billed-through-counts-drafts': {
    today: '2026-04-01',
    right: '2026-05-01',
    wrong: '2026-06-01',
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, { kind: 'by-hand' });
      await world.advance('2026-05-10');
      return billedThrough(world, id);
    },
  },
  'billed-through-stays-behind': {
    today: '2026-04-01',
    right: '2026-06-01',
    wrong: '2026-05-01',
    look: async (world) => {
      const { id } = await basicFromApril(world);
      await world.advance('2026-05-10');
      return billedThrough(world, id);
    },
  },
};

async function billedThrough(world: TestWorld, id: string): Promise<unknown> {
  return (await world.ok<{ billedThrough: string }>('GET', `/v1/subscriptions/${id}/billed-through`))
    .billedThrough;
}
