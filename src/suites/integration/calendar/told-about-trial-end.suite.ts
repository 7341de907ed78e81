import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { addDays, type LocalDate, localDate } from '../../../model/date.ts';
import type { SubscriptionHistory } from '../../../oracle/subscription/subscription-history.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { castHistory, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';

const start = localDate('2026-04-01');

function seat(unit: string): Charge {
  return { kind: 'recurring', code: 'seat', timing: 'advance', price: { kind: 'per-unit', unit } };
}

const plans = [monthlyPlan('basic', [seat('30.00')]), monthlyPlan('pro', [seat('60.00')])];

/** What is wished for the end of the period, and when it is told. */
interface Wish {
  readonly on: LocalDate;
  readonly toldOn: LocalDate;
  readonly timing: 'period-end';
}

const deeds: readonly {
  readonly words: string;
  readonly need: NonNullable<CheckOptions['needs']>[number];
  readonly of: (wish: Wish) => Partial<SubscriptionHistory>;
}[] = [
  {
    words: 'Its end',
    need: 'subscription.cancel',
    of: ({ on, toldOn, timing }) => ({ cancelledOn: on, cancelToldOn: toldOn, cancelTiming: timing }),
  },
  {
    words: 'Another plan',
    need: 'subscription.change',
    of: (wish) => ({ changes: [{ ...wish, plan: 'pro' }] }),
  },
  {
    words: 'Other seats',
    need: 'subscription.quantity',
    of: (wish) => ({ quantities: [{ ...wish, quantity: '3' }] }),
  },
  {
    words: 'A pause',
    need: 'subscription.pause',
    of: (wish) => ({ pauses: [{ ...wish, until: addDays(wish.on, 9) }] }),
  },
];

/** A trial within the first period, and one that is over in the second. */
const trials = [
  { trialDays: 14, periodEnd: '2026-05-01' },
  { trialDays: 35, periodEnd: '2026-06-01' },
] as const;

const moments = [
  { when: 'the day before the last one of a trial', after: -2 },
  { when: 'the last day of a trial', after: -1 },
  { when: 'the first day after a trial', after: 0 },
  { when: 'the second day after a trial', after: 1 },
] as const;

describe('What is wished for the end of the period', () => {
  for (const { words, need, of } of deeds)
    for (const { when, after } of moments)
      for (const { trialDays, periodEnd } of trials)
        check(
          `${words}, told on ${when} of ${trialDays} days, comes with it`,
          {
            topic: 'calendar',
            needs: ['clock', 'price.per-unit', 'subscription.trial', need],
            tags: ['@edge', '@risk-high'],
          },
          async (world) => {
            const toldOn = addDays(start, trialDays + after);
            const wish = { on: localDate(periodEnd), toldOn, timing: 'period-end' } as const;
            const subscription = subscriptionOf('basic', start, { trialDays, quantity: '2', ...of(wish) });
            const sold = plans.slice(0, need === 'subscription.change' ? 2 : 1);
            await expectHistory(
              world,
              castHistory('Kim', { plans: sold, subscriptions: [subscription], until: '2026-07-15' }),
            );
          },
        );
});
