import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { castHistory, fee, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';

const needs = ['clock', 'price.flat', 'price.versions'] as const;
const on = (date: string) => ({ kind: 'date', date: localDate(date) }) as const;
const basic = monthlyPlan('basic', [fee('30.00')]);

describe('A price that is entered late', () => {
  check(
    'for a day before the order leaves the month as it was billed',
    { topic: 'catalog', needs, tags: ['@edge', '@risk-high'] },
    async (world) => {
      const start = localDate('2026-04-01');
      const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
      const { session } = contract;
      await session.advanceTo(localDate('2026-04-10'));
      await session.publish(monthlyPlan('basic', [fee('50.00')], { effectiveFrom: localDate('2026-03-01') }));
      const made = await session.bill(localDate('2026-04-10'));
      world.expectEqual('invoices of another bill run', 0, made.length);
      await session.advanceTo(localDate('2026-04-30'));
      await expectBilledInAll(world, contract, {
        net: '30.00',
        because: 'April was billed before anybody knew of another price.',
      });
    },
  );

  check(
    'for a day before the order does not bill the month again when the plan is left',
    {
      topic: 'catalog',
      needs: [...needs, 'subscription.cancel'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const start = localDate('2026-04-01');
      const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
      const { session, subscription } = contract;
      await session.advanceTo(localDate('2026-04-10'));
      await session.publish(monthlyPlan('basic', [fee('60.00')], { effectiveFrom: localDate('2026-03-01') }));
      await session.cancel(subscription.id, { kind: 'period-end' });
      await session.advanceTo(localDate('2026-06-15'));
      await expectBilledInAll(world, contract, {
        net: '30.00',
        because: 'April was billed at EUR 30.00 and served; then the subscription ended.',
      });
    },
  );
});

describe('A plan that is added late', () => {
  const setup: Charge = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '99.00' } };
  for (const { title, plan, more, first } of [
    { title: 'the fee', plan: basic, more: [], first: '30.00' },
    {
      title: 'the setup fee',
      plan: monthlyPlan('basic', [setup, fee('30.00')]),
      more: ['price.one-off'],
      first: '129.00',
    },
  ] as const)
    check(
      `for a day before an order of another plan does not charge ${title} of that one again`,
      { topic: 'catalog', needs: [...needs, ...more], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const contract = await openContract(world, {
          customer: 'Acme',
          plan,
          start: localDate('2026-04-01'),
        });
        const { session, customerId } = contract;
        await session.advanceTo(localDate('2026-04-10'));
        await session.publish(
          monthlyPlan('other', [fee('50.00')], { effectiveFrom: localDate('2026-03-01') }),
        );
        const made = await session.bill(localDate('2026-04-10'));
        world.expectEqual('invoices of another bill run', 0, made.length);
        await expectBilledInAll(world, contract, { net: first, because: 'What April was billed with.' });
        await session.advanceTo(localDate('2026-05-15'));
        world.expectEqual(
          'days with an invoice',
          ['2026-04-01', '2026-05-01'],
          (await session.invoices(customerId)).map(({ issueDate }) => issueDate),
        );
      },
    );
});

describe('A plan that is younger than the subscription', () => {
  const young = monthlyPlan('young', [fee('60.00')], { effectiveFrom: localDate('2026-04-10') });
  const plans = [basic, young];

  check(
    'can be taken, and is billed from its day on',
    { topic: 'catalog', needs: [...needs, 'subscription.change'], tags: ['@risk-high'] },
    async (world) => {
      const changes = [{ on: localDate('2026-04-16'), plan: 'young' }];
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans,
          subscriptions: [subscriptionOf('basic', '2026-04-01', { changes })],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-04-16', '15.00'],
          ['2026-05-01', '60.00'],
        ],
        because: 'Half of April is left: EUR 15.00 given back, EUR 30.00 charged.',
      });
    },
  );

  check(
    'goes on when its end is taken back',
    {
      topic: 'catalog',
      needs: [...needs, 'subscription.change', 'subscription.cancel', 'subscription.undo'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const start = localDate('2026-04-01');
      const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
      const { session, subscription } = contract;
      await session.publish(young);
      await session.advanceTo(localDate('2026-04-16'));
      await session.changePlan(subscription.id, 'young', on('2026-04-16'));
      await session.advanceTo(localDate('2026-04-18'));
      await session.cancel(subscription.id, { kind: 'period-end' });
      await session.advanceTo(localDate('2026-04-20'));
      await session.undo(subscription.id, 'cancellation');
      await session.advanceTo(localDate('2026-06-15'));
      await expectBilledInAll(world, contract, {
        net: '165.00',
        because: 'Half of April at EUR 30.00, half at EUR 60.00, then May and June at EUR 60.00.',
      });
    },
  );
});
