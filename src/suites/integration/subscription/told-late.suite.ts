import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';

const start = localDate('2026-04-01');
const basic = monthlyPlan('basic', [fee('30.00')]);
const on = (date: string) => ({ kind: 'date', date: localDate(date) }) as const;

describe('A pause that is told late', () => {
  check(
    'for the very first day gives everything back',
    {
      topic: 'proration',
      needs: ['clock', 'price.flat', 'subscription.pause', 'subscription.backdate'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
      const { session, subscription } = contract;
      await session.advanceTo(localDate('2026-04-21'));
      await session.pause(subscription.id, on('2026-04-01'));
      await session.advanceTo(localDate('2026-05-15'));
      await expectBilledInAll(world, contract, { net: '0.00', because: 'No day of April was served.' });
    },
  );

  check(
    'for a month whose usage is billed is refused, or bills that usage once',
    {
      topic: 'usage',
      needs: [
        'clock',
        'price.flat',
        'price.per-unit',
        'usage',
        'subscription.pause',
        'subscription.backdate',
      ],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const calls = metered('calls', { kind: 'per-unit', unit: '1.00' });
      const plan = monthlyPlan('metered', [fee('30.00'), calls]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId, subscription } = contract;
      const at = instant('2026-04-05T12:00:00Z');
      await session.sendUsage([
        { id: `${world.checkId}-calls`, customerId, meter: 'calls', quantity: '10', at },
      ]);
      await session.advanceTo(localDate('2026-05-21'));
      const answer = await refusalOf(session.pause(subscription.id, on('2026-04-16')));
      const isTaken = answer === 'accepted';
      if (!isTaken) world.expectRefused(answer, 'A pause for a month that was billed was not taken.');
      await expectBilledInAll(world, contract, {
        net: isTaken ? '25.00' : '70.00',
        because: isTaken
          ? '15 days of April at EUR 1.00, and 10 calls at EUR 1.00.'
          : 'April and May at EUR 30.00 each, and 10 calls at EUR 1.00.',
      });
    },
  );
});

describe('An end that is planned already', () => {
  for (const { title, day, isTaken, net, because } of [
    {
      title: 'is not put off by another one',
      day: '2026-06-16',
      isTaken: '75.00',
      net: '30.00',
      because: 'April, May and half of June were to be served.',
    },
    {
      title: 'is told again for an earlier day',
      day: '2026-04-21',
      isTaken: '20.00',
      net: '30.00',
      because: '20 days of April were to be served.',
    },
  ])
    check(
      `${title} without saying so`,
      { topic: 'proration', needs: ['clock', 'price.flat', 'subscription.cancel'], tags: ['@edge'] },
      async (world) => {
        const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
        const { session, subscription } = contract;
        await session.advanceTo(localDate('2026-04-10'));
        await session.cancel(subscription.id, { kind: 'period-end' });
        await session.advanceTo(localDate('2026-04-12'));
        const answer = await refusalOf(session.cancel(subscription.id, on(day)));
        const taken = answer === 'accepted';
        await session.advanceTo(localDate('2026-07-15'));
        await expectBilledInAll(world, contract, {
          net: taken ? isTaken : net,
          because: taken ? because : 'The first end stands: April is EUR 30.00.',
        });
      },
    );
});
