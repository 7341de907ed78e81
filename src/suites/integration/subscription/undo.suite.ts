import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { parseMoney, sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { castHistory, fee, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';

const needs = ['clock', 'price.flat', 'subscription.undo'] as const;

const plans = [
  monthlyPlan('basic', [fee('30.00')]),
  monthlyPlan('pro', [fee('60.00')]),
  monthlyPlan('backup', [fee('5.00')]),
];
const perSeat: Charge = { ...fee('0'), price: { kind: 'per-unit', unit: '30.00' } };
const twoDays = { toldOn: localDate('2026-04-10'), undoneOn: localDate('2026-04-12') };
const atTheEnd = { on: localDate('2026-05-01'), timing: 'period-end', ...twoDays } as const;

describe('What is planned and taken back', () => {
  check(
    'A cancellation that is taken back changes no bill',
    { topic: 'proration', needs: [...needs, 'subscription.cancel'], tags: ['@risk-high'] },
    async (world) => {
      const undone = [{ kind: 'cancellation', ...atTheEnd }] as const;
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans,
          subscriptions: [subscriptionOf('basic', '2026-04-01', { undone })],
          until: '2026-06-15',
        }),
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-05-01', '30.00'],
          ['2026-06-01', '30.00'],
        ],
        because: 'The subscription goes on: each month is EUR 30.00.',
      });
    },
  );

  const beforeItBegins = {
    on: localDate('2026-05-05'),
    toldOn: localDate('2026-04-12'),
    undoneOn: localDate('2026-04-14'),
  };
  for (const [what, planned, capability] of [
    ['A change', { kind: 'change', plan: 'pro', ...beforeItBegins }, 'subscription.change'],
    ['An end', { kind: 'cancellation', ...beforeItBegins }, 'subscription.cancel'],
  ] as const)
    check(
      `${what} that is planned and taken back before the service begins changes no bill`,
      { topic: 'proration', needs: [...needs, capability], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const order = { toldOn: localDate('2026-04-10'), undone: [planned] };
        await expectWorkedOut(world, {
          history: castHistory('Acme', {
            plans,
            subscriptions: [subscriptionOf('basic', '2026-04-20', order)],
            until: '2026-06-15',
          }),
          bills: [
            ['2026-04-20', '30.00'],
            ['2026-05-20', '30.00'],
          ],
          because: 'The subscription begins as it was ordered: each month is EUR 30.00.',
        });
      },
    );

  check(
    'A cancellation that is taken back leaves the add-ons, too',
    {
      topic: 'proration',
      needs: [...needs, 'subscription.cancel', 'subscription.add-on'],
      tags: ['@risk-high'],
    },
    async (world) => {
      const base = subscriptionOf('basic', '2026-04-01', { undone: [{ kind: 'cancellation', ...atTheEnd }] });
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans,
          subscriptions: [base, subscriptionOf('backup', '2026-04-01', { addOnTo: base.key })],
          until: '2026-06-15',
        }),
        bills: [
          ['2026-04-01', '35.00'],
          ['2026-05-01', '35.00'],
          ['2026-06-01', '35.00'],
        ],
        because: 'Both go on: EUR 30.00 and EUR 5.00 a month.',
      });
    },
  );

  for (const [when, plan] of [
    ['at the end of the period', atTheEnd],
    ['within the period', { on: localDate('2026-04-20'), ...twoDays }],
  ] as const)
    check(
      `A change of plan ${when} that is taken back changes no bill`,
      { topic: 'proration', needs: [...needs, 'subscription.change'], tags: ['@risk-high'] },
      async (world) => {
        const undone = [{ kind: 'change', plan: 'pro', ...plan }] as const;
        await expectWorkedOut(world, {
          history: castHistory('Acme', {
            plans,
            subscriptions: [subscriptionOf('basic', '2026-04-01', { undone })],
            until: '2026-06-15',
          }),
          bills: [
            ['2026-04-01', '30.00'],
            ['2026-05-01', '30.00'],
            ['2026-06-01', '30.00'],
          ],
          because: 'The plan stays: each month is EUR 30.00.',
        });
      },
    );

  check(
    'A change that is taken back on the day on which another one began leaves that one',
    {
      topic: 'proration',
      needs: [...needs, 'price.per-unit', 'subscription.change', 'subscription.quantity'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const start = localDate('2026-04-01');
      const perSeat = { ...fee('0'), price: { kind: 'per-unit', unit: '30.00' } } as const;
      const plan = monthlyPlan('seats', [perSeat]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId, subscription } = contract;
      for (const other of plans) await session.publish(other);
      const date = localDate('2026-04-16');
      await session.advanceTo(date);
      await session.changeQuantity(subscription.id, '2', { kind: 'date', date });
      await session.changePlan(subscription.id, 'pro', { kind: 'period-end' });
      await session.undo(subscription.id, 'change');
      await session.advanceTo(localDate('2026-05-01'));
      const because =
        'EUR 30.00 for April, 15 of 30 days of one more seat EUR 15.00, two seats in May EUR 60.00.';
      world.expectMoney({
        measure: 'billed in all',
        expected: parseMoney('105.00', 'EUR'),
        actual: sumMoney(
          (await session.invoices(customerId)).map(({ total }) => total),
          'EUR',
        ),
        nature: 'charge',
        customer: 'Acme',
        explanation: because,
      });
    },
  );

  for (const { who, plan, needs: also, state, end, bills, because } of [
    {
      who: 'who is away',
      plan: 'basic',
      needs: ['subscription.pause'],
      state: { pauses: [{ on: localDate('2026-04-07'), until: localDate('2026-04-22') }] },
      end: atTheEnd,
      bills: [
        ['2026-04-01', '30.00'],
        ['2026-04-07', '-24.00'],
        ['2026-04-22', '9.00'],
        ['2026-05-01', '30.00'],
      ],
      because: 'Six days of April, then nine after the pause; May as ever.',
    },
    {
      who: 'in his trial',
      plan: 'basic',
      needs: ['subscription.trial'],
      state: { trialDays: 20 },
      end: { on: localDate('2026-04-18'), ...twoDays },
      bills: [
        ['2026-04-21', '10.00'],
        ['2026-05-01', '30.00'],
      ],
      because: 'Twenty days are free; ten of April are left.',
    },
    {
      who: 'with other seats',
      plan: 'seats',
      needs: ['subscription.quantity', 'price.per-unit'],
      state: { quantities: [{ on: localDate('2026-04-07'), quantity: '2' }] },
      end: atTheEnd,
      bills: [
        ['2026-04-01', '30.00'],
        ['2026-04-07', '24.00'],
        ['2026-05-01', '60.00'],
      ],
      because: 'A second seat for 24 days of April; two in May.',
    },
  ] as const)
    check(
      `An end that is taken back of somebody ${who} leaves everything else as it was`,
      {
        topic: 'proration',
        needs: [...needs, 'subscription.cancel', ...also],
        tags: ['@edge', '@risk-high'],
      },
      async (world) => {
        const undone = [{ kind: 'cancellation', ...end }] as const;
        const order = { undone, ...state } as Parameters<typeof subscriptionOf>[2];
        await expectWorkedOut(world, {
          history: castHistory('Acme', {
            plans: [...plans, monthlyPlan('seats', [perSeat])],
            subscriptions: [subscriptionOf(plan, '2026-04-01', order)],
            until: '2026-05-15',
          }),
          bills: bills.map(([day, total]) => [day, total] as const),
          because,
        });
      },
    );
});
