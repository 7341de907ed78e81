import { describe } from 'vitest';
import { instant } from '../../../model/date.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';

/** Parts that a machine which counts in halves of halves cannot add: it comes to a little more, or less, than their sum. */
const parts = [
  { of: ['0.1', '0.2'], sum: '0.3' },
  { of: ['0.7', '0.1', '0.3'], sum: '1.1' },
  { of: ['1.1', '2.2'], sum: '3.3' },
  { of: ['0.57', '0.43', '0.01'], sum: '1.01' },
  { of: ['4.35', '0.10'], sum: '4.45' },
] as const;

const cheaper = (upTo: string) => [
  { upTo, unit: '2.00', flat: '5.00' },
  { upTo: null, unit: '1.00', flat: '9.00' },
];

describe('Fractions of a unit that come to a bound exactly', () => {
  for (const { of, sum } of parts)
    check(
      `${of.join(' and ')} are ${sum}: in packages, in tiers and by the volume`,
      {
        topic: 'rating',
        needs: ['clock', 'usage', 'price.package', 'price.graduated', 'price.volume', 'price.several-fees'],
        tags: ['@edge', '@risk-high'],
      },
      async (world) => {
        const charges = [
          metered('packed', { kind: 'package', packageSize: sum, packagePrice: '8.00', freeUnits: '0' }),
          metered('tiered', { kind: 'graduated', tiers: cheaper(sum) }),
          metered('volume', { kind: 'volume', tiers: cheaper(sum) }),
        ];
        const usage = charges.flatMap(({ meter }) =>
          of.map((quantity, index) => ({
            id: `${meter}-${index}`,
            meter,
            quantity,
            at: instant(`2026-01-1${index}T09:00:00Z`),
          })),
        );
        await expectHistory(
          world,
          castHistory('Acme', {
            plans: [monthlyPlan('metered', charges)],
            subscriptions: [subscriptionOf('metered', '2026-01-01')],
            usage,
            until: '2026-02-02',
          }),
        );
      },
    );
});
