import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';

const needs = ['clock', 'price.flat', 'price.versions', 'price.running-from'] as const;
const options = { topic: 'catalog', needs, tags: ['@edge', '@risk-high'] } as const;

/** A version of the plan Basic, sold from the one day on, and paid by who has it already from the other. */
const basic = (amount: string, effectiveFrom: string, runningFrom?: string) =>
  monthlyPlan('basic', [fee(amount)], {
    effectiveFrom: localDate(effectiveFrom),
    ...(runningFrom === undefined ? {} : { runningFrom: localDate(runningFrom) }),
  });
const old = basic('30.00', '2020-01-01');
const sinceMarch = subscriptionOf('basic', '2026-03-01');

describe('A price that is told to reach running subscriptions', () => {
  check('is paid from the period that begins on that day', options, async (world) => {
    await expectWorkedOut(world, {
      history: castHistory('Acme', {
        plans: [old, basic('40.00', '2026-04-10', '2026-05-01')],
        subscriptions: [sinceMarch],
        until: '2026-06-15',
      }),
      bills: [
        ['2026-03-01', '30.00'],
        ['2026-04-01', '30.00'],
        ['2026-05-01', '40.00'],
        ['2026-06-01', '40.00'],
      ],
      because: 'EUR 40.00 from 1 May on, for who has the plan already.',
    });
  });

  check('a good while after it is sold is not paid before', options, async (world) => {
    await expectWorkedOut(world, {
      history: castHistory('Acme', {
        plans: [old, basic('40.00', '2026-03-10', '2026-05-01')],
        subscriptions: [sinceMarch, subscriptionOf('basic', '2026-04-01')],
        until: '2026-05-15',
      }),
      bills: [
        ['2026-03-01', '30.00'],
        ['2026-04-01', '70.00'],
        ['2026-05-01', '80.00'],
      ],
      because: 'The order of April is of the new price, that of March comes to it in May.',
    });
  });

  check('is paid at once by who orders on the first day on which it is sold', options, async (world) => {
    await expectWorkedOut(world, {
      history: castHistory('Acme', {
        plans: [old, basic('40.00', '2026-04-10', '2026-06-09')],
        subscriptions: [subscriptionOf('basic', '2026-04-09'), subscriptionOf('basic', '2026-04-10')],
        until: '2026-07-15',
      }),
      bills: [
        ['2026-04-09', '30.00'],
        ['2026-04-10', '40.00'],
        ['2026-05-09', '30.00'],
        ['2026-05-10', '40.00'],
        ['2026-06-09', '40.00'],
        ['2026-06-10', '40.00'],
        ['2026-07-09', '40.00'],
        ['2026-07-10', '40.00'],
      ],
      because: 'The order of 10 April is of the new price, that of the day before comes to it on 9 June.',
    });
  });

  check('twice is paid step by step', options, async (world) => {
    await expectWorkedOut(world, {
      history: castHistory('Acme', {
        plans: [old, basic('40.00', '2026-03-10', '2026-04-01'), basic('50.00', '2026-04-10', '2026-05-01')],
        subscriptions: [sinceMarch],
        until: '2026-05-15',
      }),
      bills: [
        ['2026-03-01', '30.00'],
        ['2026-04-01', '40.00'],
        ['2026-05-01', '50.00'],
      ],
      because: 'EUR 40.00 from 1 April and EUR 50.00 from 1 May on.',
    });
  });

  check('is not hidden by a version between that says no such day', options, async (world) => {
    await expectWorkedOut(world, {
      history: castHistory('Acme', {
        plans: [old, basic('35.00', '2026-04-05'), basic('40.00', '2026-04-10', '2026-05-01')],
        subscriptions: [sinceMarch],
        until: '2026-06-15',
      }),
      bills: [
        ['2026-03-01', '30.00'],
        ['2026-04-01', '30.00'],
        ['2026-05-01', '40.00'],
        ['2026-06-01', '40.00'],
      ],
      because: 'The version of EUR 35.00 was in force on no first day of a period.',
    });
  });

  check(
    'reaches who came to the plan from another one',
    { ...options, needs: [...needs, 'subscription.change'] },
    async (world) => {
      const changes = [{ on: localDate('2026-04-16'), plan: 'basic' }];
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [monthlyPlan('small', [fee('15.00')]), old, basic('40.00', '2026-04-20', '2026-05-01')],
          subscriptions: [subscriptionOf('small', '2026-04-01', { changes })],
          until: '2026-06-15',
        }),
        bills: [
          ['2026-04-01', '15.00'],
          ['2026-04-16', '7.50'],
          ['2026-05-01', '40.00'],
          ['2026-06-01', '40.00'],
        ],
        because: 'Half of April at EUR 30.00 less half at EUR 15.00, then EUR 40.00.',
      });
    },
  );
});

describe('A price of usage that is told to reach running subscriptions', () => {
  const calls = (unit: string) => metered('calls', { kind: 'per-unit', unit });
  for (const { title, fees } of [
    { title: 'with another fee', fees: ['10.00', '12.00'] },
    { title: 'beside the same fee', fees: ['10.00', '10.00'] },
  ] as const)
    check(
      `${title} prices what is used from that day on`,
      { ...options, topic: 'usage', needs: [...needs, 'usage', 'price.per-unit'] },
      async (world) => {
        const [before, after] = fees;
        const used = (id: string, at: string) => ({
          id,
          meter: 'calls',
          quantity: '10',
          at: instant(`${at}T12:00:00Z`),
        });
        await expectWorkedOut(world, {
          history: castHistory('Acme', {
            plans: [
              monthlyPlan('metered', [fee(before), calls('1.00')]),
              monthlyPlan('metered', [fee(after), calls('2.00')], {
                effectiveFrom: localDate('2026-04-10'),
                runningFrom: localDate('2026-05-01'),
              }),
            ],
            subscriptions: [subscriptionOf('metered', '2026-04-01')],
            usage: [used('april', '2026-04-20'), used('may', '2026-05-20')],
            until: '2026-06-15',
          }),
          bills: [
            ['2026-04-01', before],
            ['2026-05-01', after === before ? '20.00' : '22.00'],
            ['2026-06-01', after === before ? '30.00' : '32.00'],
          ],
          because: '10 calls of April at EUR 1.00, 10 calls of May at EUR 2.00.',
        });
      },
    );
});
