import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import { fee, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import { calls, versionsOfBasic } from './versions-of-basic.ts';

/** What May drops, and June brings back as it was in April or as something else. */
const broughtBack: readonly {
  readonly title: string;
  readonly versions: readonly (readonly Charge[])[];
}[] = [
  {
    title: 'A fee that is dropped and comes back',
    versions: [
      [fee('30.00'), fee('5.00', 'support')],
      [fee('30.00')],
      [fee('30.00'), fee('5.00', 'support')],
    ],
  },
  {
    title: 'A fee that is dropped and comes back at another price',
    versions: [
      [fee('30.00'), fee('5.00', 'support')],
      [fee('30.00')],
      [fee('30.00'), fee('8.00', 'support')],
    ],
  },
  {
    title: 'Usage that is free for a month and charged again',
    versions: [[fee('30.00'), calls('0.10')], [fee('30.00')], [fee('30.00'), calls('0.10')]],
  },
  {
    title: 'A price that goes back to what it was',
    versions: [[fee('30.00')], [fee('45.00')], [fee('30.00')]],
  },
  {
    title: 'A fee that gives way to another one and replaces it again',
    versions: [[fee('30.00', 'old fee')], [fee('40.00', 'new fee')], [fee('30.00', 'old fee')]],
  },
];

describe('A third version of a plan', () => {
  for (const { title, versions } of broughtBack)
    for (const [who, subscription] of [
      ['who has had the plan from the first', subscriptionOf('basic', '2026-03-10')],
      ['who ordered it in May', subscriptionOf('basic', '2026-05-20')],
      ['who orders it then', subscriptionOf('basic', '2026-06-01')],
      [
        'who changes to it then',
        subscriptionOf('other', '2026-04-10', { changes: [{ on: localDate('2026-06-12'), plan: 'basic' }] }),
      ],
    ] as const)
      check(
        `${title}: each period is charged by the version of its first day to ${who}`,
        {
          topic: 'catalog',
          needs: [
            ...(['clock', 'price.flat', 'price.per-unit', 'price.versions', 'price.several-fees'] as const),
            ...(['usage', 'subscription.change'] as const),
          ],
          tags: ['@edge', '@risk-high'],
        },
        async (world) => {
          await expectHistory(
            world,
            versionsOfBasic({
              versions: versions.map((charges, index) =>
                index === 0 ? { charges } : { charges, effectiveFrom: localDate(`2026-0${index + 4}-01`) },
              ),
              subscription,
              usedOn: ['2026-04-20', '2026-05-05', '2026-05-25', '2026-06-20'],
              until: '2026-08-15',
            }),
          );
        },
      );
});
