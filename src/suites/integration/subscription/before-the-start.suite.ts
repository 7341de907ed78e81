import { describe } from 'vitest';
import { type LocalDate, localDate } from '../../../model/date.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { amountOff, couponOf, held, percentOff } from '../../../scenario/coupons.ts';
import { castHistory, fee, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import type { Deeds } from '../../../scenario/situations/pairs-of-deeds.ts';

const told = localDate('2026-04-05');
const start = '2026-04-10';
const nothing: Deeds = { changes: [], cancelledOn: null };

/** What somebody plans after he has ordered and before it begins. */
const deeds: readonly {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly of: (on: LocalDate) => Deeds & { readonly cancelToldOn?: LocalDate };
}[] = [
  {
    what: 'A pause',
    needs: ['subscription.pause'],
    of: (on) => ({ ...nothing, pauses: [{ on, toldOn: told, until: null }] }),
  },
  {
    what: 'A pause that ends',
    needs: ['subscription.pause'],
    of: (on) => ({ ...nothing, pauses: [{ on, toldOn: told, until: localDate('2026-05-20') }] }),
  },
  {
    what: 'Other seats',
    needs: ['subscription.quantity'],
    of: (on) => ({ ...nothing, quantities: [{ on, toldOn: told, quantity: '3' }] }),
  },
  {
    what: 'Another plan',
    needs: ['subscription.change'],
    of: (on) => ({ ...nothing, changes: [{ on, toldOn: told, plan: 'pro' }] }),
  },
  {
    what: 'An end',
    needs: ['subscription.cancel'],
    of: (cancelledOn) => ({ ...nothing, cancelledOn, cancelToldOn: told }),
  },
];

describe('Planned before the order begins', () => {
  for (const { what, needs, of } of deeds)
    for (const [when, on] of [
      ['its first day', '2026-04-10'],
      ['its second day', '2026-04-11'],
      ['a day of its second period', '2026-05-15'],
    ] as const)
      check(
        `${what} comes on ${when}`,
        {
          topic: 'proration',
          needs: ['clock', 'price.flat', 'price.per-unit', 'price.several-fees', ...(needs ?? [])],
          tags: ['@edge', '@risk-high'],
        },
        async (world) => {
          const charges = (amount: string) => [
            fee(amount),
            { ...fee('0', 'seats'), price: { kind: 'per-unit', unit: '6.00' } } as const,
            { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '25.00' } } as const,
          ];
          // Somebody of his own company is billed all the time, so that there is something to compare.
          await expectHistory(
            world,
            castHistory('Acme', {
              plans: [monthlyPlan('basic', charges('30.00')), monthlyPlan('pro', charges('60.00'))],
              subscriptions: [
                subscriptionOf('pro', '2026-04-01', { key: 'other' }),
                subscriptionOf('basic', start, { toldOn: localDate('2026-04-02'), ...of(localDate(on)) }),
              ],
              until: '2026-07-01',
            }),
          );
        },
      );

  for (const [what, coupon] of [
    ['share', percentOff('50')],
    ['amount', amountOff('4.00')],
  ] as const)
    check(
      `A coupon for it that takes a ${what} off reduces its first bill, and no other's`,
      {
        topic: 'discount',
        needs: ['clock', 'price.flat', 'coupon', 'coupon.limits'],
        tags: ['@coupon', '@edge', '@risk-high'],
      },
      async (world) => {
        const order = { key: 'ordered', toldOn: localDate('2026-04-02') };
        await expectHistory(
          world,
          castHistory('Acme', {
            plans: [monthlyPlan('basic', [fee('30.00')]), monthlyPlan('pro', [fee('60.00')])],
            subscriptions: [
              subscriptionOf('pro', '2026-04-01', { key: 'other' }),
              subscriptionOf('basic', start, order),
            ],
            coupons: [
              held(couponOf(`${what} of the first two`, coupon, { invoicesMax: 2 }), told, order.key),
            ],
            until: '2026-07-15',
          }),
        );
      },
    );
});
