import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import type { Term } from '../../../model/billing/subscription.ts';
import { instant, localDate } from '../../../model/date.ts';
import { addDecimals } from '../../../model/decimal.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';

const flat = ['clock', 'price.flat'] as const;
const monthly = monthlyPlan('basic', [fee('100.00')]);
const cheap = monthlyPlan('cheap', [fee('5.05')]);
const agreed = [{ charge: 'fee', price: { kind: 'flat', amount: '42.00' } }] as const;
const listed = [
  monthlyPlan('listed', [fee('50.00')]),
  monthlyPlan('listed', [fee('55.00')], { effectiveFrom: localDate('2026-03-01') }),
  monthly,
];

function renewed(periods: number, upliftPercent: string): Term {
  return { periods, atEnd: 'renew', upliftPercent };
}

const months = (amounts: readonly string[]) =>
  amounts.map((amount, index) => [`2026-0${index + 1}-01`, amount] as const);

describe('A contract for a term', () => {
  check(
    'is raised at each renewal, on top of what it was raised before',
    { topic: 'rating', needs: [...flat, 'subscription.term'], tags: ['@risk-high'] },
    async (world) => {
      const term = renewed(2, '10');
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [monthly],
          subscriptions: [subscriptionOf('basic', '2026-01-01', { term })],
          until: '2026-05-15',
        }),
        bills: months(['100.00', '100.00', '110.00', '110.00', '121.00']),
        because: 'Each two months 10 per cent on top: 100.00, 110.00, 121.00.',
      });
    },
  );

  check(
    'is raised from the exact price and rounded only on the bill',
    { topic: 'rating', needs: [...flat, 'subscription.term'] },
    async (world) => {
      const term = renewed(1, '10');
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [cheap],
          subscriptions: [subscriptionOf('cheap', '2026-01-01', { term })],
          until: '2026-03-15',
        }),
        bills: months(['5.05', '5.56', '6.11']),
        because: '5.05, then 5.555, then 6.1105; out of 5.56 it would have become 6.12.',
      });
    },
  );

  check(
    'that is not renewed ends with it, and nothing is given back',
    { topic: 'order-to-cash', needs: [...flat, 'subscription.term'], tags: ['@risk-high'] },
    async (world) => {
      const term: Term = { periods: 3, atEnd: 'end', upliftPercent: '10' };
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [monthly],
          subscriptions: [subscriptionOf('basic', '2026-01-01', { term })],
          until: '2026-06-15',
        }),
        bills: months(['100.00', '100.00', '100.00']),
        because: 'Three months are three bills.',
      });
    },
  );
});

describe('A price that was agreed', () => {
  const needs = [...flat, 'price.versions', 'subscription.negotiated'] as const;

  check(
    'stands over the list and over its next version',
    { topic: 'rating', needs, tags: ['@risk-high'] },
    async (world) => {
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: listed,
          subscriptions: [subscriptionOf('listed', '2026-01-01', { negotiated: agreed })],
          until: '2026-04-15',
        }),
        bills: months(['42.00', '42.00', '42.00', '42.00']),
        because: 'EUR 42.00 were agreed, whatever the list says.',
      });
    },
  );

  for (const [words, price, calls] of [
    ['per unit', { kind: 'per-unit', unit: '0.07' }, '17.50'],
    [
      'in tiers, each for its own units',
      {
        kind: 'graduated',
        tiers: [
          { upTo: '100', unit: '0.10', flat: '0' },
          { upTo: null, unit: '0.04', flat: '1.00' },
        ],
      },
      '17.00',
    ],
    [
      'by the volume',
      {
        kind: 'volume',
        tiers: [
          { upTo: '100', unit: '0.10', flat: '0' },
          { upTo: null, unit: '0.06', flat: '0' },
        ],
      },
      '15.00',
    ],
    ['in packages', { kind: 'package', packageSize: '100', packagePrice: '6.00', freeUnits: '0' }, '18.00'],
    ['as a flat fee', { kind: 'flat', amount: '11.00' }, '11.00'],
  ] as const)
    check(
      `for usage, ${words}, stands over the list, too`,
      { topic: 'rating', needs: [...needs, 'usage', 'price.several-fees'], tags: ['@edge'] },
      async (world) => {
        const listedCalls = metered('calls', { kind: 'per-unit', unit: '0.50' });
        await expectWorkedOut(world, {
          history: castHistory('Acme', {
            plans: [monthlyPlan('metered', [fee('10.00'), listedCalls])],
            subscriptions: [
              subscriptionOf('metered', '2026-01-01', {
                negotiated: [{ charge: listedCalls.code, price }],
              }),
            ],
            usage: [{ id: 'calls', meter: 'calls', quantity: '250', at: instant('2026-01-12T09:00:00Z') }],
            until: '2026-02-02',
          }),
          bills: [
            ['2026-01-01', '10.00'],
            ['2026-02-01', addDecimals(calls, '10.00')],
          ],
          because: `250 calls ${words} as agreed: EUR ${calls}; and EUR 10.00 for February.`,
        });
      },
    );

  check(
    'stands after a renewal, raised as agreed',
    { topic: 'rating', needs: [...needs, 'subscription.term'], tags: ['@risk-high'] },
    async (world) => {
      const rest = { negotiated: agreed, term: renewed(2, '5') };
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: listed,
          subscriptions: [subscriptionOf('listed', '2026-01-01', rest)],
          until: '2026-04-15',
        }),
        bills: months(['42.00', '42.00', '44.10', '44.10']),
        because: 'After two months 5 per cent on top of EUR 42.00.',
      });
    },
  );

  check(
    'is for the plan of the order, not for the next one',
    { topic: 'rating', needs: [...needs, 'subscription.change'] },
    async (world) => {
      const changes = [
        {
          on: localDate('2026-02-01'),
          toldOn: localDate('2026-01-10'),
          timing: 'period-end',
          plan: 'basic',
        },
      ] as const;
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: listed,
          subscriptions: [subscriptionOf('listed', '2026-01-01', { negotiated: agreed, changes })],
          until: '2026-02-15',
        }),
        bills: months(['42.00', '100.00']),
        because: 'The other plan costs what its list says.',
      });
    },
  );
});

describe('A setup fee', () => {
  const setup: Charge = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '99.00' } };
  const seats = { kind: 'recurring', code: 'seats', timing: 'advance' } as const;
  const team = monthlyPlan('team', [setup, { ...seats, price: { kind: 'per-unit', unit: '6.00' } }]);
  const pro = monthlyPlan('pro', [{ ...setup, price: { kind: 'flat', amount: '70.00' } }, fee('60.00')]);
  const needs = [...flat, 'price.per-unit', 'price.one-off'] as const;

  check(
    'is charged once, whatever the number of seats',
    { topic: 'rating', needs, tags: ['@risk-high'] },
    async (world) => {
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [team],
          subscriptions: [subscriptionOf('team', '2026-01-01', { quantity: '5' })],
          until: '2026-03-15',
        }),
        bills: months(['129.00', '30.00', '30.00']),
        because: 'EUR 99.00 once, and 5 seats of EUR 6.00 each month.',
      });
    },
  );

  check(
    'is charged on the first day of a trial',
    { topic: 'rating', needs: [...needs, 'subscription.trial'] },
    async (world) => {
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [team],
          subscriptions: [subscriptionOf('team', '2026-01-01', { quantity: '5', trialDays: 31 })],
          until: '2026-02-15',
        }),
        bills: months(['99.00', '30.00']),
        because: 'A trial frees fees, not the setup.',
      });
    },
  );

  check(
    'is not charged again after a change of plan, nor given back',
    { topic: 'rating', needs: [...needs, 'subscription.change'] },
    async (world) => {
      const changes = [{ on: localDate('2026-04-16'), plan: 'pro' }];
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [team, pro],
          subscriptions: [subscriptionOf('team', '2026-04-01', { quantity: '5', changes })],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-04-01', '129.00'],
          ['2026-04-16', '15.00'],
          ['2026-05-01', '60.00'],
        ],
        because: 'Half of April: EUR 15.00 of seats given back, EUR 30.00 of the new fee charged.',
      });
    },
  );
});

describe('A price in several currencies', () => {
  const prices = (amount: string) => [{ charge: 'fee', price: { kind: 'flat', amount } }] as const;
  const world = monthlyPlan('world', [fee('50.00')], {
    otherCurrencies: [
      { currency: 'USD', prices: prices('54.00') },
      { currency: 'JPY', prices: prices('8000') },
    ],
  });
  for (const [name, amount] of [
    ['Acme', '50.00'],
    ['Globex', '54.00'],
    ['Sakura', '8000'],
  ] as const)
    check(
      `${name} is charged the price of the own currency`,
      { topic: 'rating', needs: [...flat, 'price.currencies'], tags: ['@risk-high'] },
      async (own) => {
        await expectWorkedOut(own, {
          history: castHistory(name, {
            plans: [world],
            subscriptions: [subscriptionOf('world', '2026-01-01')],
            until: '2026-02-15',
          }),
          bills: months([amount, amount]),
          because: 'The list has a price for each currency; none is converted.',
        });
      },
    );
});
