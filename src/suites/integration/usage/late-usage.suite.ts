import { describe } from 'vitest';
import type { UsageCharge } from '../../../model/billing/usage-charge.ts';
import { instant, localDate } from '../../../model/date.ts';
import { formatMoney } from '../../../model/money.ts';
import type { MeteredUsage } from '../../../oracle/subscription/billing-history.ts';
import { billHistories, expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  customerHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';

const needs = ['clock', 'usage', 'usage.late', 'price.per-unit', 'price.flat'] as const;
const unit = { kind: 'per-unit', unit: '1.00' } as const;

/** "2026-03-10 5 2026-04-20": used on that day, so many, told on that one. */
function told(...texts: readonly string[]): readonly MeteredUsage[] {
  return texts.map((text, index) => {
    const [day = '', quantity = '0', arrived] = text.split(' ');
    return {
      id: `use-${index}`,
      meter: 'calls',
      quantity,
      at: instant(`${day}T10:00:00Z`),
      ...(arrived === undefined ? {} : { arrived: localDate(arrived) }),
    };
  });
}

function historyOf(
  charge: UsageCharge,
  usage: readonly MeteredUsage[],
  rest: { readonly until?: string } = {},
) {
  return customerHistory(
    { name: 'Late Customer', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' },
    {
      plans: [monthlyPlan('metered', [fee('10.00'), charge])],
      subscriptions: [subscriptionOf('metered', '2026-03-05')],
      usage,
      until: rest.until ?? '2026-07-10',
    },
  );
}

const calls = metered('calls', unit);

describe('Usage that comes after its bill', () => {
  check(
    'is on the next bill, as a line for the period in which it was used',
    { topic: 'usage', needs, tags: ['@risk-high'] },
    async (world) => {
      const usage = told(
        '2026-03-10 5',
        '2026-03-12 7 2026-04-05',
        '2026-03-30 11 2026-04-20',
        '2026-04-10 100',
        '2026-04-30 3 2026-05-06',
        '2026-05-20 13',
      );
      await expectHistory(world, historyOf(calls, usage));
    },
  );

  check(
    'is taken as long as the target says, and in no bill when it came later than that',
    { topic: 'usage', needs: [...needs, 'usage.late-window'] },
    async (world) => {
      const days = world.profile.lateUsageDays ?? 0;
      const usedOn = localDate('2026-03-20');
      const on = (ageDays: number) =>
        new Date(Date.parse(`${usedOn}T00:00:00Z`) + ageDays * 86_400_000).toISOString().slice(0, 10);
      const usage = told(
        `${usedOn} 5 ${on(Math.max(days, 16))}`,
        `${usedOn} 70 ${on(days + 1)}`,
        `${usedOn} 900 ${on(days + 20)}`,
      );
      await expectHistory(world, historyOf(calls, usage));
    },
  );

  check(
    'costs what the period costs with it, less what was billed: packages, minimum and allowance are not begun anew',
    {
      topic: 'rating',
      needs: [...needs, 'price.package', 'price.minimum', 'price.allowance'],
      tags: ['@risk-high'],
    },
    async (world) => {
      const usage = told(
        '2026-03-10 95',
        '2026-03-12 4 2026-04-06',
        '2026-03-13 3 2026-04-07',
        '2026-04-10 30',
        '2026-04-12 30 2026-05-08',
        '2026-04-13 90 2026-05-09',
      );
      const packages = { kind: 'package', packageSize: '100', packagePrice: '8.00', freeUnits: '0' } as const;
      await expectHistory(world, historyOf(metered('calls', packages), usage));
      await expectHistory(world, historyOf(metered('calls', unit, { minimum: '50.00' }), usage));
      await expectHistory(world, historyOf(metered('calls', unit, { included: '100' }), usage));
    },
  );

  check(
    'gives back when it is a correction, up to what was billed',
    { topic: 'usage', needs: [...needs, 'usage.corrections'], tags: ['@risk-high'] },
    async (world) => {
      const usage = told(
        '2026-03-10 20',
        '2026-03-11 -25 2026-04-10',
        '2026-04-10 60',
        '2026-04-11 -8 2026-05-20',
        '2026-05-12 40',
      );
      await expectHistory(world, historyOf(calls, usage));
    },
  );

  check(
    'is billed once: neither a repeat of it nor another bill run changes anything',
    { topic: 'idempotency', needs },
    async (world) => {
      const usage = told('2026-03-10 5', '2026-03-12 7 2026-04-10', '2026-04-10 2', '2026-05-10 1');
      const history = historyOf(calls, usage, { until: '2026-06-05' });
      const { session, customer, invoices } = await expectHistory(world, history);
      const event = {
        id: `${world.checkId}-1-use-1`,
        customerId: customer.customerId,
        meter: 'calls',
        quantity: '7',
        at: instant('2026-03-12T10:00:00Z'),
      };
      const results = await Promise.all(Array.from({ length: 5 }, () => session.sendUsage([event])));
      const outcomes = results.flat().map(({ outcome }) => outcome);
      world.expectEqual(
        'a repeat of late usage',
        Array.from({ length: 5 }, () => 'duplicate'),
        outcomes,
      );
      await session.bill(localDate('2026-06-05'));
      const after = await session.invoices(customer.customerId);
      world.expectEqual('invoices after a repeat', invoices.length, after.length);
    },
  );

  check(
    'is in the preview of the bill that it will be on',
    { topic: 'preview', needs: [...needs, 'preview.invoice'] },
    async (world) => {
      const usage = told('2026-03-10 5', '2026-03-12 7 2026-04-10', '2026-04-12 9 2026-04-20');
      const history = historyOf(calls, usage, { until: '2026-05-01' });
      const billed = (await billHistories(world, [history])).get(history.name);
      const { session, customer } = billed ?? {};
      const day = localDate('2026-05-05');
      const preview = await session?.previewInvoice(customer?.customerId ?? '', day);
      await session?.advanceTo(day);
      const invoices = (await session?.invoices(customer?.customerId ?? '')) ?? [];
      const invoice = invoices.find(({ issueDate }) => issueDate === day);
      const lines = (of: typeof invoice | null) =>
        (of?.lines ?? [])
          .map(({ charge, period, net }) => `${charge} ${period?.from} ${formatMoney(net)}`)
          .sort();
      world.expectEqual('lines of the bill with late usage', 3, lines(invoice).length);
      world.expectEqual('previewed lines against the invoice', lines(invoice), lines(preview));
    },
  );
});

describe('Usage of a plan that was left', () => {
  check(
    'and that comes late is billed at the price of that plan',
    { topic: 'usage', needs: [...needs, 'subscription.change'] },
    async (world) => {
      const dear = metered('calls', { kind: 'per-unit', unit: '4.00' });
      const history = customerHistory(
        { name: 'Late Customer', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' },
        {
          plans: [monthlyPlan('cheap', [fee('10.00'), calls]), monthlyPlan('dear', [fee('31.00'), dear])],
          subscriptions: [
            subscriptionOf('cheap', '2026-03-05', {
              changes: [{ on: localDate('2026-04-17'), plan: 'dear' }],
            }),
          ],
          usage: told('2026-04-06 3', '2026-04-10 5 2026-04-25', '2026-04-20 2', '2026-03-20 6 2026-04-28'),
          until: '2026-07-10',
        },
      );
      await expectHistory(world, history);
    },
  );
});
