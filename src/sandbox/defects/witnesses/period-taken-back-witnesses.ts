import { flatFee } from '../../test-world.ts';
import { basicFromApril, billsUntil } from './subscription-story.ts';
import type { Witness } from './witness.ts';

/** Basic for EUR 30.00 a month from 1 April on; the customer leaves on 21 April and takes the period back. */
export const periodTakenBackWitnesses: Readonly<Record<string, Witness>> = {
  'taken-back-from-today': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-21 -30.00'],
    wrong: ['04-01 30.00', '04-21 -10.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.advance('2026-04-21');
      await world.ok('POST', `/v1/subscriptions/${id}/cancel-running-period`, {});
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'taken-back-a-month-from-the-end': {
    today: '2026-01-01',
    right: '200 from 2026-02-01',
    wrong: '422 from nowhere',
    look: async (world) => {
      await world.publish('basic', [flatFee('31.00')]);
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'basic', { start: '2026-01-01' });
      await world.advance('2026-02-10');
      const path = `/v1/subscriptions/${id}/cancel-running-period`;
      const { status, text } = await world.call('POST', path, {});
      const { end = 'nowhere' } = JSON.parse(text) as { readonly end?: string };
      return `${status} from ${end}`;
    },
  },
  'taken-back-through-trial': {
    today: '2026-04-01',
    right: '2026-04-11',
    wrong: '2026-04-01',
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      const customerId = await world.customer();
      const order = { start: '2026-04-01', billing: 'calendar', trialDays: 10 };
      const id = await world.subscribe(customerId, 'basic', order);
      await world.advance('2026-04-21');
      const path = `/v1/subscriptions/${id}/cancel-running-period`;
      return (await world.ok<{ end: string }>('POST', path, {})).end;
    },
  },
};
