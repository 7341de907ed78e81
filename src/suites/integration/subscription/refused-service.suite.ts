import { describe } from 'vitest';
import type { Timing } from '../../../model/billing/subscription.ts';
import { localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import {
  type ImpossibleAct,
  refusedActsChecks,
  type Situation,
} from '../../../scenario/situations/refused-acts.ts';
import type { Twin } from '../../../scenario/situations/twins.ts';

const today = localDate('2026-04-10');
const on = (date: string): Timing => ({ kind: 'date', date: localDate(date) });
const periodEnd: Timing = { kind: 'period-end' };

function order({ session, customerId, key }: Twin, plan: string, rest: object = {}): Promise<unknown> {
  const asked = {
    key: `${key}-${plan}`,
    customerId,
    plan,
    start: today,
    quantity: '1',
    billing: 'anniversary',
  };
  return session.subscribe({ ...asked, ...rest } as Parameters<Twin['session']['subscribe']>[0]);
}

/** What has no sense once a service is over. */
const ofTheDead: readonly ImpossibleAct[] = [
  {
    what: 'another plan from a day after the end',
    needs: 'subscription.change',
    attempt: ({ session, subscription }) => session.changePlan(subscription.id, 'pro', on('2026-04-20')),
  },
  {
    what: 'more seats from a day after the end',
    needs: 'subscription.quantity',
    attempt: ({ session, subscription }) => session.changeQuantity(subscription.id, '2', on('2026-04-20')),
  },
  {
    what: 'a pause from a day after the end',
    needs: 'subscription.pause',
    attempt: ({ session, subscription }) => session.pause(subscription.id, on('2026-04-20')),
  },
  {
    what: 'going on from a day after the end',
    needs: 'subscription.pause',
    kind: 'without-sense',
    attempt: ({ session, subscription }) => session.resume(subscription.id, on('2026-04-20')),
  },
  {
    what: 'another end',
    kind: 'without-sense',
    attempt: ({ session, subscription }) => session.cancel(subscription.id, on('2026-04-20')),
  },
];

const situations: readonly Situation[] = [
  {
    title: 'that runs',
    topic: 'order-to-cash',
    needs: ['clock', 'price.flat', 'subscription.change'],
    acts: [
      {
        what: 'a change to the plan that is in use',
        kind: 'without-sense',
        attempt: ({ session, subscription }) =>
          session.changePlan(subscription.id, 'basic', on('2026-04-10')),
      },
      {
        what: 'a change to a plan that nobody published',
        attempt: ({ session, subscription }) => session.changePlan(subscription.id, 'gold', on('2026-04-10')),
      },
      {
        what: 'a change from a day before it began',
        attempt: ({ session, subscription }) => session.changePlan(subscription.id, 'pro', on('2026-03-31')),
      },
      {
        what: 'the quantity that is in force',
        needs: 'subscription.quantity',
        kind: 'without-sense',
        attempt: ({ session, subscription }) =>
          session.changeQuantity(subscription.id, '1', on('2026-04-10')),
      },
      {
        what: 'going on without a pause',
        needs: 'subscription.pause',
        kind: 'without-sense',
        attempt: ({ session, subscription }) => session.resume(subscription.id, on('2026-04-10')),
      },
      {
        what: 'an end before it began',
        needs: 'subscription.cancel',
        attempt: ({ session, subscription }) => session.cancel(subscription.id, on('2026-03-31')),
      },
      {
        what: 'a planned end taken back where none is planned',
        needs: 'subscription.undo',
        kind: 'without-sense',
        attempt: ({ session, subscription }) => session.undo(subscription.id, 'cancellation'),
      },
      {
        what: 'a planned change taken back where none is planned',
        needs: 'subscription.undo',
        kind: 'without-sense',
        attempt: ({ session, subscription }) => session.undo(subscription.id, 'change'),
      },
      {
        what: 'a bill day from a day that is over',
        needs: 'subscription.bill-day',
        attempt: ({ session, subscription }) =>
          session.changeBillDay(subscription.id, { day: 5, from: localDate('2026-04-03') }),
      },
      {
        what: 'bills at amounts in another currency',
        needs: 'usage.thresholds',
        attempt: ({ session, subscription }) =>
          session.setThresholds(subscription.id, [parseMoney('10.00', 'USD')]),
      },
      {
        what: 'bills at an amount of nothing',
        needs: 'usage.thresholds',
        attempt: ({ session, subscription }) =>
          session.setThresholds(subscription.id, [parseMoney('0.00', 'EUR')]),
      },
    ],
  },
  {
    title: 'that is paused',
    topic: 'order-to-cash',
    needs: ['clock', 'price.flat', 'subscription.pause'],
    prepare: async ({ first }, both) => {
      await both(({ session, subscription }) => session.pause(subscription.id, on('2026-04-10')));
      await first.session.advanceTo(localDate('2026-04-12'));
    },
    acts: [
      {
        what: 'another pause',
        kind: 'without-sense',
        attempt: ({ session, subscription }) => session.pause(subscription.id, on('2026-04-12')),
      },
      {
        what: 'another pause with the next period',
        kind: 'without-sense',
        attempt: ({ session, subscription }) => session.pause(subscription.id, periodEnd),
      },
      {
        what: 'going on from a day before the pause',
        attempt: ({ session, subscription }) => session.resume(subscription.id, on('2026-04-05')),
      },
    ],
  },
  {
    title: 'that has ended',
    topic: 'order-to-cash',
    needs: ['clock', 'price.flat', 'subscription.cancel'],
    prepare: async ({ first }, both) => {
      await both(({ session, subscription }) => session.cancel(subscription.id, on('2026-04-10')));
      await first.session.advanceTo(localDate('2026-04-12'));
    },
    acts: [
      ...ofTheDead,
      {
        what: 'an end taken back that has come',
        needs: 'subscription.undo',
        attempt: ({ session, subscription }) => session.undo(subscription.id, 'cancellation'),
      },
      {
        what: 'the running period taken back',
        needs: 'subscription.cancel-period',
        attempt: ({ session, subscription }) => session.cancelRunningPeriod(subscription.id),
      },
      {
        what: 'an add-on to it',
        needs: 'subscription.add-on',
        attempt: (twin) =>
          order(twin, 'pro', { start: localDate('2026-04-12'), addOnTo: twin.subscription.id }),
      },
    ],
  },
  {
    title: 'that is about to end',
    topic: 'order-to-cash',
    needs: ['clock', 'price.flat', 'subscription.cancel'],
    prepare: (_, both) =>
      both(({ session, subscription }) => session.cancel(subscription.id, on('2026-04-18'))),
    acts: ofTheDead.filter(({ what }) => what !== 'another end'),
  },
  {
    title: 'that is paused, and about to end with its period',
    topic: 'order-to-cash',
    needs: ['clock', 'price.flat', 'subscription.pause', 'subscription.cancel'],
    prepare: async ({ first }, both) => {
      await both(({ session, subscription }) => session.pause(subscription.id, on('2026-04-10')));
      await both(({ session, subscription }) => session.cancel(subscription.id, periodEnd));
      await first.session.advanceTo(localDate('2026-04-12'));
    },
    acts: [
      {
        what: 'going on from the day on which its end comes',
        kind: 'without-sense',
        attempt: ({ session, subscription }) => session.resume(subscription.id, on('2026-05-01')),
      },
      {
        what: 'going on from a day after its end',
        kind: 'without-sense',
        attempt: ({ session, subscription }) => session.resume(subscription.id, on('2026-05-10')),
      },
    ],
  },
  {
    title: 'of someone who orders more',
    topic: 'catalog',
    needs: ['clock', 'price.flat'],
    prepare: async ({ first: { session } }) => {
      await session.publish(monthlyPlan('later', [fee('9.00')], { effectiveFrom: localDate('2026-05-01') }));
      await session.publish(monthlyPlan('dollars', [fee('9.00')], { currency: 'USD' }));
      await session.publish(monthlyPlan('yearly', [fee('9.00')], { interval: { unit: 'year', count: 1 } }));
    },
    acts: [
      { what: 'an order of a plan that nobody published', attempt: (twin) => order(twin, 'gold') },
      {
        what: 'an order of a plan that is not sold yet',
        needs: 'price.versions',
        attempt: (twin) => order(twin, 'later'),
      },
      {
        what: 'an order of a plan without a price in the currency of the customer',
        needs: 'price.currencies',
        attempt: (twin) => order(twin, 'dollars'),
      },
      {
        what: 'an add-on to what somebody else has',
        needs: 'subscription.add-on',
        attempt: (twin, other) => order(twin, 'pro', { addOnTo: other.subscription.id }),
      },
      {
        what: 'an add-on with other periods',
        needs: 'subscription.add-on',
        attempt: (twin) => order(twin, 'yearly', { addOnTo: twin.subscription.id }),
      },
    ],
  },
];

describe('With a service', () => {
  refusedActsChecks(
    situations.map((situation) => ({
      ...situation,
      prepare: async (twins, both) => {
        await twins.first.session.advanceTo(today);
        await situation.prepare?.(twins, both);
      },
    })),
  );
});
