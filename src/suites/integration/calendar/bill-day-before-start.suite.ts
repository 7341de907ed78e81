import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectNetByDay, type NetOnDay } from '../../../scenario/situations/billed-in-all.ts';
import { moveBillDay } from '../../../scenario/situations/moved-bill-day.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';

const setup: Charge = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '50.00' } };
const afterwards: Charge = { ...fee('60.00', 'support'), timing: 'arrears' } as Charge;

/** Ordered on 5 April for the 20th: EUR 30.00 a month, and what the plan has besides. */
const plans: readonly {
  readonly title: string;
  readonly charges: readonly Charge[];
  readonly net: readonly NetOnDay[];
  readonly because: string;
}[] = [
  {
    title: 'leaves a setup fee as it is',
    charges: [fee('30.00'), setup],
    net: [
      ['2026-04-19', '0.00'],
      ['2026-04-20', '80.00'],
      ['2026-05-01', '91.00'],
      ['2026-05-31', '91.00'],
      ['2026-06-01', '121.00'],
    ],
    because: 'EUR 50.00 at the start; EUR 1.00 for each of 11 days of April; then EUR 30.00 on the 1st.',
  },
  {
    title: 'cuts what is charged afterwards',
    charges: [fee('30.00'), afterwards],
    net: [
      ['2026-04-20', '30.00'],
      ['2026-05-01', '63.00'],
      ['2026-06-01', '153.00'],
    ],
    because: '11 of 30 days at EUR 1.00 ahead and EUR 2.00 afterwards; then EUR 30.00 and 60.00 a month.',
  },
];

describe('A bill day that is moved before the service begins', () => {
  for (const { title, charges, net, because } of plans)
    check(
      title,
      {
        topic: 'calendar',
        needs: ['clock', 'price.flat', 'price.one-off', 'price.several-fees', 'subscription.bill-day'],
        tags: ['@edge', '@risk-high'],
      },
      async (world) => {
        const toldOn = '2026-04-05';
        const contract = await openContract(world, {
          customer: 'Acme',
          plan: monthlyPlan('basic', charges),
          start: localDate('2026-04-20'),
          session: await world.target(toldOn),
        });
        await moveBillDay(contract, { day: 1, from: '2026-05-01', toldOn });
        await expectNetByDay(world, contract, { net, because });
      },
    );
});
