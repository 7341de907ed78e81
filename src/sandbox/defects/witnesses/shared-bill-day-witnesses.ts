import { flatFee, type TestWorld } from '../../test-world.ts';
import { billsUntil } from './subscription-story.ts';
import type { Witness } from './witness.ts';

/** Basic for EUR 30.00 a month, ordered several times: on 10 April, and on the days that are named. */
export const sharedBillDayWitnesses: Readonly<Record<string, Witness>> = {
  'shared-bill-day-ignored': {
    today: '2026-04-10',
    right: ['04-10 30.00', '04-25 15.00'],
    wrong: ['04-10 30.00', '04-25 30.00'],
    look: (world) => billsOf(world, { first: { sharesBillDay: true }, days: ['2026-04-25'] }),
  },
  'shared-bill-day-of-any-order': {
    today: '2026-04-10',
    right: ['04-10 30.00', '04-25 30.00'],
    wrong: ['04-10 30.00', '04-25 15.00'],
    look: (world) => billsOf(world, { first: {}, days: ['2026-04-25'] }),
  },
  'shared-bill-day-of-the-last': {
    today: '2026-04-10',
    right: ['04-10 30.00', '04-25 15.00', '04-30 10.00'],
    wrong: ['04-10 30.00', '04-25 15.00', '04-30 30.00'],
    look: (world) => billsOf(world, { first: { sharesBillDay: true }, days: ['2026-04-25', '2026-04-30'] }),
  },
};

async function billsOf(
  world: TestWorld,
  { first, days }: { readonly first: object; readonly days: readonly string[] },
): Promise<readonly string[]> {
  await world.publish('basic', [flatFee('30.00')]);
  const customerId = await world.customer();
  await world.subscribe(customerId, 'basic', { start: '2026-04-10', ...first });
  for (const start of days) {
    await world.advance(start);
    await world.subscribe(customerId, 'basic', { key: start, start, sharesBillDay: true });
  }
  return billsUntil(world, customerId, '2026-05-09');
}
