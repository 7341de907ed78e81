import { describe } from 'vitest';
import { instant } from '../../../model/date.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';

/** That it costs nothing is a price, and not the lack of one. */
const nothing = [
  ['a fee of nothing', 'fee', { kind: 'flat', amount: '0.00' }],
  ['nothing for each seat', 'seats', { kind: 'per-unit', unit: '0' }],
  ['nothing for each call', 'calls-usage', { kind: 'per-unit', unit: '0.00' }],
  [
    'nothing for each package',
    'calls-usage',
    { kind: 'package', packageSize: '100', packagePrice: '0', freeUnits: '0' },
  ],
] as const;

describe('What was agreed to be free', () => {
  for (const [words, charge, price] of nothing)
    check(
      `${words}: costs nothing, whatever the list says, and all else what it costs`,
      {
        topic: 'rating',
        needs: [
          'clock',
          'price.flat',
          'price.per-unit',
          'price.package',
          'price.several-fees',
          'subscription.negotiated',
          'usage',
        ],
        tags: ['@edge'],
      },
      async (world) => {
        const seats = {
          kind: 'recurring',
          code: 'seats',
          timing: 'advance',
          price: { kind: 'per-unit', unit: '7.00' },
        } as const;
        const charges = [fee('50.00'), seats, metered('calls', { kind: 'per-unit', unit: '0.50' })];
        await expectHistory(
          world,
          castHistory('Acme', {
            plans: [monthlyPlan('basic', charges)],
            subscriptions: [
              subscriptionOf('basic', '2026-01-01', { quantity: '3', negotiated: [{ charge, price }] }),
            ],
            usage: [{ id: 'calls', meter: 'calls', quantity: '250', at: instant('2026-01-12T09:00:00Z') }],
            until: '2026-03-02',
          }),
        );
      },
    );
});
