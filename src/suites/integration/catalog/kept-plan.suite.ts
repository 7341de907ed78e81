import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { moneyAmount } from '../../../model/money.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectPreviewOf } from '../../../scenario/preview-agreement.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import type { OpenContract } from '../../../scenario/situations/open-contract.ts';
import { orderFor, withdrawnPlan } from '../../../scenario/situations/withdrawn-plan.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'price.sold-until'] as const;
const tags = ['@edge', '@risk-high'];
const on = (date: string) => ({ kind: 'date', date: localDate(date) }) as const;
const agreed = { negotiated: [{ charge: 'fee', price: { kind: 'flat', amount: '24.00' } }] } as const;
const asListed = 'as it was bought';
const asAgreed = 'at a price that was agreed';

interface Happening {
  readonly title: string;
  readonly more: CheckOptions['needs'];
  readonly topic: CheckOptions['topic'];
  readonly happens: (contract: OpenContract, world: World) => Promise<unknown>;
  /** Billed by 15 June, with Basic at EUR 30.00. */
  readonly net: string;
  readonly because: string;
}

/** Basic was sold until 14 April. */
const happenings: readonly Happening[] = [
  {
    title: 'leaves it for another one',
    more: ['subscription.change'],
    topic: 'proration',
    happens: async ({ session, subscription }) => {
      await session.advanceTo(localDate('2026-04-16'));
      await session.changePlan(subscription.id, 'pro', on('2026-04-16'));
    },
    net: '165.00',
    because: 'Half of April at EUR 30.00, half at EUR 60.00; May and June at EUR 60.00.',
  },
  {
    title: 'ends it',
    more: ['subscription.cancel'],
    topic: 'proration',
    happens: async ({ session, subscription }) => {
      await session.advanceTo(localDate('2026-04-16'));
      await session.cancel(subscription.id, on('2026-04-16'));
    },
    net: '15.00',
    because: 'Half of April is given back.',
  },
  {
    title: 'takes its end back',
    more: ['subscription.cancel', 'subscription.undo'],
    topic: 'completeness',
    happens: async ({ session, subscription }) => {
      await session.advanceTo(localDate('2026-04-10'));
      await session.cancel(subscription.id, { kind: 'period-end' });
      await session.advanceTo(localDate('2026-04-20'));
      await session.undo(subscription.id, 'cancellation');
    },
    net: '90.00',
    because: 'April, May and June: it never ended.',
  },
  {
    title: 'takes back that he leaves it',
    more: ['subscription.change', 'subscription.undo'],
    topic: 'completeness',
    happens: async ({ session, subscription }) => {
      await session.advanceTo(localDate('2026-04-16'));
      await session.changePlan(subscription.id, 'pro', on('2026-04-25'));
      await session.advanceTo(localDate('2026-04-20'));
      await session.undo(subscription.id, 'change');
    },
    net: '90.00',
    because: 'April, May and June: it was never left.',
  },
  {
    title: 'pauses for ten days',
    more: ['subscription.pause'],
    topic: 'proration',
    happens: async ({ session, subscription }) => {
      await session.advanceTo(localDate('2026-04-16'));
      await session.pause(subscription.id, on('2026-04-16'));
      await session.advanceTo(localDate('2026-04-26'));
      await session.resume(subscription.id, on('2026-04-26'));
    },
    net: '80.00',
    because: 'April for 20 of its 30 days, May and June in full.',
  },
  {
    title: 'takes an add-on beside it',
    more: ['subscription.add-on'],
    topic: 'catalog',
    happens: async (contract, world) => {
      const start = localDate('2026-04-20');
      await contract.session.advanceTo(start);
      await orderFor(world, contract, { plan: 'backup', start, addOnTo: contract.subscription.id });
    },
    net: '161.00',
    because: 'Basic for three months; the add-on of EUR 30.00 for 11 of 30 days, then May and June.',
  },
];

const addOn = monthlyPlan('backup', [fee('30.00')]);

describe('Who has a plan that is not sold any more', () => {
  for (const { title, more, topic, happens, net, because } of happenings)
    check(title, { topic, needs: [...needs, ...more], tags }, async (world) => {
      const contract = await withdrawnPlan(world, { more: [addOn] });
      await happens(contract, world);
      await contract.session.advanceTo(localDate('2026-06-15'));
      await expectBilledInAll(world, contract, { net, because });
    });

  for (const { title, order, net, more } of [
    { title: asListed, order: {}, net: '30.00', more: [] },
    { title: asAgreed, order: agreed, net: '24.00', more: ['subscription.negotiated'] },
  ] as const)
    check(
      `is billed ${title}, each month, in the same words`,
      { topic: 'completeness', needs: [...needs, ...more], tags },
      async (world) => {
        const { session, customerId } = await withdrawnPlan(world, { order });
        await session.advanceTo(localDate('2026-06-15'));
        const bills = await session.invoices(customerId);
        const [first] = bills;
        const words = first?.lines.map(({ plan, charge, text }) => ({ plan, charge, text }));
        world.expectEqual(
          'plans of the first bill',
          ['basic'],
          words?.map(({ plan }) => plan),
        );
        world.expectEqual(
          'bills',
          ['2026-04-01', '2026-05-01', '2026-06-01'].map((day) => `${day} ${net}`),
          bills.map(({ issueDate, total }) => `${issueDate} ${moneyAmount(total)}`),
        );
        for (const { issueDate, lines } of bills)
          world.expectEqual(
            `lines of ${issueDate}`,
            words,
            lines.map(({ plan, charge, text }) => ({ plan, charge, text })),
          );
      },
    );

  check(
    'pays what he uses by its prices',
    { topic: 'usage', needs: [...needs, 'usage', 'price.per-unit'], tags },
    async (world) => {
      const calls = metered('calls', { kind: 'per-unit', unit: '1.00' });
      const plan = monthlyPlan('basic', [fee('30.00'), calls]);
      const contract = await withdrawnPlan(world, { plan });
      const { session, customerId } = contract;
      for (const [day, quantity] of [
        ['2026-04-10', '10'],
        ['2026-04-20', '20'],
        ['2026-05-20', '5'],
      ] as const) {
        await session.advanceTo(localDate(day));
        const at = instant(`${day}T00:30:00Z`);
        await session.sendUsage([
          { id: `${world.checkId}-${day}`, customerId, meter: 'calls', quantity, at },
        ]);
      }
      await session.advanceTo(localDate('2026-06-15'));
      await expectBilledInAll(world, contract, {
        net: '125.00',
        because: 'Three months at EUR 30.00, 30 calls of April and 5 of May at EUR 1.00.',
      });
    },
  );

  check(
    'pays for more seats by its prices',
    { topic: 'proration', needs: [...needs, 'price.per-unit', 'subscription.quantity'], tags },
    async (world) => {
      const seats = { ...fee('0'), price: { kind: 'per-unit', unit: '6.00' } } as ReturnType<typeof fee>;
      const plan = monthlyPlan('basic', [seats]);
      const contract = await withdrawnPlan(world, { plan, order: { quantity: '5' } });
      const { session, subscription } = contract;
      await session.advanceTo(localDate('2026-04-16'));
      await session.changeQuantity(subscription.id, '8', on('2026-04-16'));
      await session.advanceTo(localDate('2026-05-15'));
      await expectBilledInAll(world, contract, {
        net: '87.00',
        because: 'Five seats for EUR 30.00, three more for half of April at EUR 9.00, eight in May.',
      });
    },
  );

  check(
    'comes to a price that was told before it was withdrawn',
    { topic: 'catalog', needs: [...needs, 'price.versions', 'price.running-from'], tags },
    async (world) => {
      const dearer = monthlyPlan('basic', [fee('40.00')], {
        effectiveFrom: localDate('2026-04-10'),
        runningFrom: localDate('2026-05-01'),
      });
      const contract = await withdrawnPlan(world, { more: [dearer] });
      await contract.session.advanceTo(localDate('2026-06-15'));
      await expectBilledInAll(world, contract, {
        net: '110.00',
        because: 'April at EUR 30.00; EUR 40.00 was told to reach who has the plan from 1 May on.',
      });
    },
  );

  check(
    'has his contract renewed',
    { topic: 'completeness', needs: [...needs, 'subscription.term'], tags },
    async (world) => {
      const term = { periods: 1, atEnd: 'renew', upliftPercent: '10' } as const;
      const contract = await withdrawnPlan(world, { order: { term } });
      await contract.session.advanceTo(localDate('2026-06-15'));
      await expectBilledInAll(world, contract, {
        net: '99.30',
        because: 'EUR 30.00, then with each month 10 % more: EUR 33.00 and EUR 36.30.',
      });
    },
  );
});

const withPrice = {
  agreement: ', at a price agreed with it',
  and: ['subscription.negotiated-change'],
} as const;
const without = { agreement: '', and: [] } as const;
const changesAsked = [
  { day: '2026-04-20', ...without },
  { day: '2026-04-25', ...without },
  { day: '2026-04-20', ...withPrice },
  { day: '2026-04-25', ...withPrice },
] as const;

describe('What is announced of a plan that is not sold any more', () => {
  for (const { title, order, more } of [
    { title: asListed, order: {}, more: [] },
    { title: asAgreed, order: agreed, more: ['subscription.negotiated'] },
  ] as const) {
    check(
      `${title}, is the next bill`,
      { topic: 'preview', needs: [...needs, ...more, 'preview.invoice'], tags },
      async (world) => {
        const { session, customerId } = await withdrawnPlan(world, { order });
        await session.advanceTo(localDate('2026-04-20'));
        const day = localDate('2026-05-01');
        const preview = await session.previewInvoice(customerId, day);
        await session.advanceTo(day);
        expectPreviewOf(world, preview, (await session.invoices(customerId))[1]);
      },
    );

    for (const { day, agreement, and } of changesAsked)
      check(
        `${title}, for a change to another one on ${day}${agreement}, is what is billed then`,
        {
          topic: 'preview',
          needs: [...needs, ...more, ...and, 'preview.act', 'subscription.change'],
          tags,
        },
        async (world) => {
          const { session, customerId, subscription } = await withdrawnPlan(world, { order });
          await session.advanceTo(localDate('2026-04-20'));
          const { id: subscriptionId } = subscription;
          const date = localDate(day);
          const negotiated = and.length === 0 ? undefined : agreed.negotiated;
          const act = { kind: 'change', subscriptionId, plan: 'pro', date, negotiated } as const;
          const preview = await session.previewAct(customerId, act);
          await session.advanceTo(date);
          if (negotiated === undefined) await session.changePlan(subscriptionId, 'pro', on(day));
          else await session.changePlanAtPrice(subscriptionId, { plan: 'pro', timing: on(day), negotiated });
          expectPreviewOf(world, preview, (await session.invoices(customerId))[1]);
        },
      );
  }
});
