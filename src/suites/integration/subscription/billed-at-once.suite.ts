import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import type { SubscriptionHistory } from '../../../oracle/subscription/subscription-history.ts';
import { billHistories } from '../../../scenario/billed-history.ts';
import { expectBilling } from '../../../scenario/billing-agreement.ts';
import { check } from '../../../scenario/check.ts';
import {
  type CustomerHistory,
  customerHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';

const earlier = localDate('2026-04-09');
const today = localDate('2026-04-21');

const charges: readonly Charge[] = [
  fee('30.00'),
  { kind: 'recurring', code: 'seats', timing: 'arrears', price: { kind: 'per-unit', unit: '12.00' } },
];
const plans = [
  monthlyPlan('basic', charges),
  monthlyPlan('pro', [
    fee('90.00'),
    { kind: 'recurring', code: 'seats', timing: 'arrears', price: { kind: 'per-unit', unit: '8.40' } },
  ]),
];

type Happening = Partial<SubscriptionHistory>;

/** What happened before. */
const before: Readonly<Record<string, Happening>> = {
  nothing: {},
  'a change of plan': { changes: [{ on: earlier, plan: 'pro' }] },
  'a change of seats': { quantities: [{ on: earlier, quantity: '3' }] },
  'a pause': { pauses: [{ on: earlier, until: localDate('2026-04-13') }] },
};

/** What happens today, on top of it. */
const now: Readonly<Record<string, (so: Happening) => Happening>> = {
  'an end': () => ({ cancelledOn: today }),
  'a change of plan': ({ changes = [] }) => ({
    changes: [...changes, { on: today, plan: changes.length === 0 ? 'pro' : 'basic' }],
  }),
  'a change of seats': ({ quantities = [] }) => ({
    quantities: [...quantities, { on: today, quantity: '5' }],
  }),
  'a pause': ({ pauses = [] }) => ({ pauses: [...pauses, { on: today, until: null }] }),
};

/** One customer for each pair, and nobody waits for another day. */
function pairs(): readonly CustomerHistory[] {
  return Object.entries(before).flatMap(([first, so]) =>
    Object.entries(now).map(([second, happens]) =>
      customerHistory(
        {
          name: `${second} after ${first}`,
          country: 'DE',
          currency: 'EUR',
          timeZone: 'Europe/Berlin',
        },
        {
          plans,
          subscriptions: [subscriptionOf('basic', '2026-04-01', { quantity: '2', ...so, ...happens(so) })],
          until: today,
        },
      ),
    ),
  );
}

describe('What a change brings', () => {
  check(
    'is invoiced when it is told, not on the next day on which something happens',
    {
      topic: 'proration',
      needs: [
        'clock',
        'price.flat',
        'price.per-unit',
        'subscription.change',
        'subscription.quantity',
        'subscription.pause',
        'subscription.cancel',
      ],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const histories = pairs();
      const billed = await billHistories(world, histories);
      for (const history of histories)
        expectBilling(world, history, billed.get(history.name)?.invoices ?? []);
    },
  );
});
