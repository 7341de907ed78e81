import { describe } from 'vitest';
import type { InvoiceLine } from '../../../model/billing/invoice.ts';
import { instant, localDate, type Period } from '../../../model/date.ts';
import { formatMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';

const needs = ['clock', 'price.per-unit', 'usage', 'usage.thresholds'] as const;
const plan = monthlyPlan('metered', [metered('calls', { kind: 'per-unit', unit: '2.00' })]);

/** The edges of periods, and a day within one. */
const days = [
  { words: 'the first day', start: '2026-01-01', day: '2026-01-01', from: '2026-01-01', to: '2026-02-01' },
  {
    words: 'a day in the middle',
    start: '2026-01-01',
    day: '2026-01-17',
    from: '2026-01-01',
    to: '2026-02-01',
  },
  { words: 'the last day', start: '2026-01-01', day: '2026-01-31', from: '2026-01-01', to: '2026-02-01' },
  { words: 'the first day', start: '2026-01-15', day: '2026-02-15', from: '2026-02-15', to: '2026-03-15' },
  { words: 'the last day', start: '2026-01-15', day: '2026-03-14', from: '2026-02-15', to: '2026-03-15' },
  { words: 'the last day', start: '2026-01-31', day: '2026-02-27', from: '2026-01-31', to: '2026-02-28' },
  {
    words: 'a leap day, the last one',
    start: '2028-02-01',
    day: '2028-02-29',
    from: '2028-02-01',
    to: '2028-03-01',
  },
] as const;

function shown({ quantity, net, period }: InvoiceLine): readonly [string, string, Period | null] {
  return [quantity, formatMoney(net), period];
}

describe('Usage that is invoiced ahead of the end', () => {
  for (const { words, start, day, from, to } of days)
    check(
      `on ${words} of the period from ${from} on is dated with that period, and so is the rest of it`,
      { topic: 'usage', needs, tags: ['@edge', '@risk-high'] },
      async (world) => {
        const { session, customerId, subscription } = await openContract(world, {
          customer: 'Acme',
          plan,
          start: localDate(start),
        });
        await session.setThresholds(subscription.id, [eur('30.00')]);
        await session.advanceTo(localDate(day));
        const use = (id: string, quantity: string) =>
          session.sendUsage([
            {
              id: `${world.checkId}-${id}`,
              customerId,
              meter: 'calls',
              quantity,
              at: instant(`${day}T12:00:00Z`),
            },
          ]);
        await use('many', '20');
        await use('one', '1');
        const period: Period = { from: localDate(from), to: localDate(to) };
        const expected = [
          ['20', 'EUR 40.00', period],
          ['1', 'EUR 2.00', period],
        ] as const;
        const lines = async () =>
          (await session.invoices(customerId)).flatMap((invoice) => invoice.lines.map(shown));
        world.expectEqual('usage that is invoiced at once', expected.slice(0, 1), await lines());
        await session.advanceTo(period.to);
        world.expectEqual('usage that is invoiced once the period is over', expected, await lines());
      },
    );
});
