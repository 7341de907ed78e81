import { describe } from 'vitest';
import type { PriceModel } from '../../../model/billing/price.ts';
import { instant, localDate } from '../../../model/date.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';

const needs = ['clock', 'price.flat', 'price.per-unit', 'usage'] as const;
const start = localDate('2026-04-01');
const byCall = (unit: string) =>
  monthlyPlan('metered', [fee('30.00'), metered('calls', { kind: 'per-unit', unit })]);

describe('Usage of the day on which a subscription ends', () => {
  for (const { title, end, fees, withCalls, because } of [
    {
      title: 'in the middle of a month',
      end: '2026-05-16',
      fees: '44.52',
      withCalls: '51.52',
      because: 'April and 15 of 31 days of May',
    },
    {
      title: 'which is its first day',
      end: '2026-04-01',
      fees: '0.00',
      withCalls: '7.00',
      because: 'No day',
    },
    {
      title: 'which is a day of billing',
      end: '2026-06-01',
      fees: '60.00',
      withCalls: '67.00',
      because: 'April and May',
    },
  ])
    check(
      `${title} is billed where the target bills it, once`,
      { topic: 'usage', needs: [...needs, 'subscription.cancel'], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const contract = await openContract(world, { customer: 'Acme', plan: byCall('1.00'), start });
        const { session, customerId, subscription } = contract;
        await session.advanceTo(localDate(end));
        const event = { id: `${world.checkId}-calls`, customerId, meter: 'calls', quantity: '7' };
        const [result] = await session.sendUsage([{ ...event, at: instant(`${end}T09:00:00Z`) }]);
        await session.cancel(subscription.id, { kind: 'date', date: localDate(end) });
        await session.advanceTo(localDate('2026-07-15'));
        const isBilled = result?.outcome === 'accepted' && world.profile.usageOfEndDay === 'billed';
        await expectBilledInAll(world, contract, {
          net: isBilled ? withCalls : fees,
          because: `${because} at EUR 30.00 a month${isBilled ? ', and the 7 calls that were taken' : ''}.`,
        });
      },
    );
});

describe('Usage whose amount is rounded', () => {
  const prices: readonly { title: string; price: PriceModel; more: CheckOptions['needs'] }[] = [
    { title: 'by the unit', price: { kind: 'per-unit', unit: '0.067' }, more: [] },
    {
      title: 'by the tier reached',
      price: {
        kind: 'volume',
        tiers: [
          { upTo: '100', unit: '0.067', flat: '0' },
          { upTo: null, unit: '0.05', flat: '0' },
        ],
      },
      more: ['price.volume'],
    },
  ];
  for (const { title, price, more } of prices)
    check(
      `${title} is billed once, and the months after it like any other`,
      { topic: 'rating', needs: [...needs, ...more], tags: ['@risk-high'] },
      async (world) => {
        const of = (day: string, quantity: string) => ({
          id: `${world.checkId}-${day}`,
          meter: 'calls',
          quantity,
          at: instant(`${day}T12:00:00Z`),
        });
        const { session } = await expectWorkedOut(world, {
          history: castHistory('Acme', {
            plans: [monthlyPlan('metered', [fee('30.00'), metered('calls', price)])],
            subscriptions: [subscriptionOf('metered', '2026-04-01')],
            usage: [of('2026-04-05', '55'), of('2026-05-05', '52')],
            until: '2026-07-15',
          }),
          bills: [
            ['2026-04-01', '30.00'],
            ['2026-05-01', '33.69'],
            ['2026-06-01', '33.48'],
            ['2026-07-01', '30.00'],
          ],
          because: '55 × 0.067 is 3.685, so EUR 3.69; 52 × 0.067 is 3.484, so EUR 3.48.',
        });
        const again = await refusalOf(session.bill(localDate('2026-07-15')));
        world.expectEqual('another bill run', 'accepted', again);
      },
    );

  check(
    'of more units than a small counter holds is billed in full',
    { topic: 'rating', needs, tags: ['@edge', '@risk-high'] },
    async (world) => {
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [byCall('0.00000001')],
          subscriptions: [subscriptionOf('metered', '2026-04-01')],
          usage: [
            { id: 'much', meter: 'calls', quantity: '3000000000', at: instant('2026-04-05T12:00:00Z') },
          ],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-05-01', '60.00'],
        ],
        because: 'Three billion calls at a hundredth of a millionth of a euro are EUR 30.00.',
      });
    },
  );
});
