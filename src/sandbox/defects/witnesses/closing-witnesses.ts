import type { TestWorld } from '../../test-world.ts';
import { basicFromApril, tell } from './subscription-story.ts';
import { payOnce, type Witness } from './witness.ts';

/** Basic for EUR 30.00 a month from 1 April on; the customer is closed on the 10th. */
export const closingWitnesses: Readonly<Record<string, Witness>> = {
  'closing-moves-planned-ends': {
    today: '2026-04-01',
    right: '2026-04-20',
    wrong: '2026-05-01',
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await tell(world, id, { act: 'cancel', on: '2026-04-20' });
      await world.ok('POST', `/v1/customers/${customerId}/closing`, { unpaid: 'stays' });
      return (await world.ok<{ end: string }>('GET', `/v1/subscriptions/${id}`)).end;
    },
  },
  'closing-keeps-part-paid-debts': {
    today: '2026-04-01',
    right: ['0.00'],
    wrong: ['18.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      const [invoice] = await world.invoices(customerId);
      await payOnce(world, invoice?.id ?? '', { amount: '12.00', currency: 'EUR' });
      await world.ok('POST', `/v1/customers/${customerId}/closing`, { unpaid: 'written-off' });
      return (await world.invoices(customerId)).map(({ due }) => due.amount);
    },
  },
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
