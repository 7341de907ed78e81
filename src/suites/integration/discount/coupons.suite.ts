import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import { amountOff, couponOf, forCharges, forPlans, held, percentOff } from '../../../scenario/coupons.ts';
import {
  castHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';

const needs = ['clock', 'price.flat', 'tax', 'coupon'] as const;
const limited = [...needs, 'coupon.limits'] as const;
const taxRates = [taxFrom('2020-01-01', '19')];
const basic = monthlyPlan('basic', [fee('49.99')]);

describe('What a coupon is taken off', () => {
  check(
    'Coupons for some plans or charges come before one for everything, each off what is left',
    { topic: 'discount', needs, tags: ['@coupon', '@risk-high'] },
    async (world) => {
      await expectHistory(
        world,
        castHistory('Acme', {
          plans: [
            monthlyPlan('office', [fee('100.00'), fee('40.00', 'seats')]),
            monthlyPlan('addon', [fee('50.00')]),
          ],
          subscriptions: [subscriptionOf('office', '2026-01-01'), subscriptionOf('addon', '2026-01-01')],
          coupons: [
            held(couponOf('ten', percentOff('10')), '2026-01-01'),
            held(couponOf('seats', percentOff('33.3'), { scope: forCharges('seats') }), '2026-01-01'),
            held(couponOf('addon', amountOff('30.00'), { scope: forPlans('addon') }), '2026-01-01'),
          ],
          taxRates,
          until: '2026-02-01',
        }),
      );
    },
  );

  check(
    'A coupon for some plans leaves the others alone, whatever they cost',
    { topic: 'discount', needs, tags: ['@coupon'] },
    async (world) => {
      const plans = ['left', 'right'].map((plan) => monthlyPlan(plan, [fee('20.00')]));
      await expectHistory(
        world,
        castHistory('Kim', {
          plans,
          subscriptions: ['left', 'right'].map((plan) => subscriptionOf(plan, '2026-01-10')),
          coupons: [held(couponOf('right', percentOff('25'), { scope: forPlans('right') }), '2026-01-10')],
          taxRates,
          until: '2026-02-10',
        }),
      );
    },
  );

  check(
    'Two equal add-ons with a coupon each: either is reduced by its own',
    { topic: 'discount', needs, tags: ['@coupon', '@risk-high'] },
    async (world) => {
      const addOns = ['one', 'two'].map((key) => subscriptionOf('addon', '2026-01-01', { key }));
      await expectHistory(
        world,
        castHistory('Acme', {
          plans: [monthlyPlan('addon', [fee('20.00')])],
          subscriptions: addOns,
          coupons: [
            held(couponOf('first', percentOff('10')), '2026-01-01', 'one'),
            held(couponOf('second', amountOff('5.00')), '2026-01-01', 'two'),
          ],
          taxRates,
          until: '2026-03-01',
        }),
      );
    },
  );

  check(
    'An amount that does not divide takes its last cents, too',
    { topic: 'discount', needs, tags: ['@coupon'] },
    async (world) => {
      const charges = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((code) => fee('9.99', code));
      await expectHistory(
        world,
        castHistory('Kim', {
          plans: [monthlyPlan('seven', charges)],
          subscriptions: [subscriptionOf('seven', '2026-01-01')],
          coupons: [held(couponOf('ten', amountOff('10.00')), '2026-01-01')],
          taxRates,
          until: '2026-01-02',
        }),
      );
    },
  );

  for (const [title, value] of [
    [
      'A coupon that is worth more than the invoice leaves nothing to pay, and no debt to the customer',
      amountOff('500.00'),
    ],
    ['A coupon of 100 % leaves neither price nor tax', percentOff('100')],
  ] as const) {
    check(title, { topic: 'discount', needs, tags: ['@coupon', '@risk-high'] }, async (world) => {
      await expectHistory(
        world,
        castHistory('Kim', {
          plans: [basic],
          subscriptions: [subscriptionOf('basic', '2026-01-01')],
          coupons: [held(couponOf('free', value), '2026-01-01')],
          taxRates,
          until: '2026-02-01',
        }),
      );
    });
  }

  for (const [name, currency, price, off] of [
    ['Sakura', 'JPY', '999', '333'],
    ['Dhow', 'KWD', '12.345', '1.007'],
    ['Acme', 'EUR', '1234567.89', '100000.01'],
    ['Globex', 'USD', '9876543210.99', '1000000000.01'],
  ] as const) {
    check(
      `Coupons in ${currency}, ${off} and 12.5 % off ${price}`,
      { topic: 'discount', needs, tags: ['@coupon'] },
      async (world) => {
        await expectHistory(
          world,
          castHistory(name, {
            plans: [monthlyPlan('plan', [fee(price), fee(price, 'again')], { currency })],
            subscriptions: [subscriptionOf('plan', '2026-01-01')],
            coupons: [
              held(couponOf('amount', amountOff(off, currency)), '2026-01-01'),
              held(couponOf('share', percentOff('12.5')), '2026-01-01'),
            ],
            taxRates,
            until: '2026-01-02',
          }),
        );
      },
    );
  }
});

describe('How long a coupon lasts', () => {
  check(
    'A coupon for two invoices reduces two, and the third is the full price',
    { topic: 'discount', needs: limited, tags: ['@coupon', '@risk-high'] },
    async (world) => {
      await expectHistory(
        world,
        castHistory('Kim', {
          plans: [basic],
          subscriptions: [subscriptionOf('basic', '2026-01-15')],
          coupons: [held(couponOf('twice', percentOff('20'), { invoicesMax: 2 }), '2026-01-15')],
          taxRates,
          until: '2026-04-15',
        }),
      );
    },
  );

  check(
    'An invoice without anything to reduce, as in a free month, does not use a coupon up',
    { topic: 'discount', needs: [...limited, 'price.versions'], tags: ['@coupon', '@risk-high'] },
    async (world) => {
      const free = monthlyPlan('basic', [fee('0.00')]);
      const paid = monthlyPlan('basic', [fee('49.00')], { effectiveFrom: localDate('2026-02-01') });
      await expectHistory(
        world,
        castHistory('Kim', {
          plans: [free, paid],
          subscriptions: [subscriptionOf('basic', '2026-01-01')],
          coupons: [held(couponOf('once', percentOff('20'), { invoicesMax: 1 }), '2026-01-01')],
          taxRates,
          until: '2026-03-01',
        }),
      );
    },
  );

  check(
    'The last day of a coupon still counts, the day after does not',
    { topic: 'discount', needs: limited, tags: ['@coupon', '@risk-high'] },
    async (world) => {
      const validUntil = localDate('2026-02-15');
      for (const start of ['2026-01-15', '2026-01-16']) {
        await expectHistory(
          world,
          castHistory('Kim', {
            plans: [basic],
            subscriptions: [subscriptionOf('basic', start)],
            coupons: [held(couponOf('winter', amountOff('7.50'), { validUntil }), start)],
            taxRates,
            until: '2026-04-01',
          }),
        );
      }
    },
  );

  check(
    'Unused days come back at what was paid for them, and not at the full price',
    {
      topic: 'discount',
      needs: [...limited, 'subscription.cancel', 'subscription.change'],
      tags: ['@coupon', '@risk-high'],
    },
    async (world) => {
      const plans = [monthlyPlan('basic', [fee('31.00')]), monthlyPlan('pro', [fee('62.00')])];
      const coupons = [held(couponOf('once', amountOff('10.00'), { invoicesMax: 1 }), '2026-01-01')];
      for (const end of [
        { cancelledOn: localDate('2026-01-11') },
        { changes: [{ on: localDate('2026-01-20'), plan: 'pro' }] },
      ]) {
        const subscriptions = [subscriptionOf('basic', '2026-01-01', end)];
        await expectHistory(
          world,
          castHistory('Acme', { plans, subscriptions, coupons, taxRates, until: '2026-02-03' }),
        );
      }
    },
  );
});

describe('What cost nothing', () => {
  check(
    'gives nothing back when the plan is changed, whatever its price was',
    {
      topic: 'discount',
      needs: [...limited, 'subscription.change'],
      tags: ['@coupon', '@edge', '@risk-high'],
    },
    async (world) => {
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [monthlyPlan('basic', [fee('31.00')]), monthlyPlan('pro', [fee('62.00')])],
          subscriptions: [
            subscriptionOf('basic', '2026-04-01', {
              changes: [{ on: localDate('2026-05-11'), plan: 'pro' }],
            }),
          ],
          coupons: [held(couponOf('free', percentOff('100'), { invoicesMax: 1 }), '2026-04-20')],
          until: '2026-06-02',
        }),
        bills: [
          ['2026-04-01', '31.00'],
          ['2026-05-01', '0.00'],
          ['2026-05-11', '42.00'],
          ['2026-06-01', '62.00'],
        ],
        because:
          'May cost nothing, so that its 21 unused days give nothing back; 21 days of EUR 2.00 are charged.',
      });
    },
  );
});
