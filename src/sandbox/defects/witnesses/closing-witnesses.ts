import type { TestWorld } from '../../test-world.ts';
import { basicFromApril } from './subscription-story.ts';
import type { Witness } from './witness.ts';

/** Basic for EUR 30.00 a month from 1 April on; the customer is closed on the 10th. */
export const closingWitnesses: Readonly<Record<string, Witness>> = {
  'closed-customer-billed-on': {
    today: '2026-04-01',
    right: ['30.00'],
    wrong: ['30.00', '30.00'],
    look: (world) => dueAfterClosing(world, 'stays'),
  },
  'closing-forgets-unpaid': {
    today: '2026-04-01',
    right: ['0.00'],
    wrong: ['30.00'],
    look: (world) => dueAfterClosing(world, 'written-off'),
  },
  'closing-credits-what-stays': {
    today: '2026-04-01',
    right: ['30.00'],
    wrong: ['0.00'],
    look: (world) => dueAfterClosing(world, 'stays'),
  },
};

async function dueAfterClosing(world: TestWorld, unpaid: string): Promise<readonly string[]> {
  const { customerId } = await basicFromApril(world);
  await world.advance('2026-04-10');
  await world.ok('POST', `/v1/customers/${customerId}/closing`, { unpaid });
  await world.advance('2026-05-15');
  return (await world.invoices(customerId)).map(({ due }) => due.amount);
}
