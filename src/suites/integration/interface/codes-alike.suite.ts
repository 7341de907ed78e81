import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { couponOf, forCharges, forPlans, held, percentOff } from '../../../scenario/coupons.ts';
import { castHistory, fee, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import { expectSettled, nthInvoice } from '../../../scenario/situations/credit-account.ts';
import {
  expectWallet,
  openFilledWallet,
  prepaidContract,
} from '../../../scenario/situations/wallet-account.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';

const needs = ['clock', 'price.flat'] as const;

/** Codes as people give them: one begins like the other, and one has the other within. */
const office = monthlyPlan('pro', [fee('10.00', 'seat'), fee('20.00', 'seat-plus'), fee('30.00', 'my-seat')]);
const larger = monthlyPlan('pro-plus', [fee('200.00')]);
const small = monthlyPlan('my-pro', [fee('7.00')]);

/** A plan and that of a year: whoever looks for a number at the end of a code finds the other one. */
const gold = monthlyPlan('gold', [fee('30.00')]);
const goldOfTheYear = monthlyPlan('gold-2026', [fee('50.00')]);

describe('Codes of which one begins like another', () => {
  for (const [title, plan, price] of [
    ['and ends in a number: who has that plan pays its price', 'gold-2026', '50.00'],
    ['and ends in a number: who has the plan without it pays its own', 'gold', '30.00'],
  ] as const)
    check(title, { topic: 'rating', needs, tags: ['@edge', '@risk-high'] }, async (world) => {
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [gold, goldOfTheYear],
          subscriptions: [subscriptionOf(plan, '2026-01-01')],
          until: '2026-02-15',
        }),
        bills: [
          ['2026-01-01', price],
          ['2026-02-01', price],
        ],
        because: 'Gold costs EUR 30.00, that of 2026 EUR 50.00.',
      });
    });

  check(
    'and ends in a number: a change from one to the other takes the price of the other',
    { topic: 'rating', needs: [...needs, 'subscription.change'], tags: ['@edge', '@risk-high'] },
    async (world) => {
      const changes = [{ on: localDate('2026-04-16'), plan: 'gold-2026' }];
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [gold, goldOfTheYear],
          subscriptions: [subscriptionOf('gold', '2026-04-01', { changes })],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-04-16', '10.00'],
          ['2026-05-01', '50.00'],
        ],
        because: 'Half of April: EUR 15.00 given back, EUR 25.00 charged.',
      });
    },
  );

  check(
    'and end in a number: the setup fee, and after a trial the days that are left, are billed all the same',
    {
      topic: 'calendar',
      needs: [...needs, 'price.one-off', 'subscription.trial', 'subscription.calendar'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const setup = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '99.00' } } as const;
      const order = { billing: 'calendar', trialDays: 10 } as const;
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [monthlyPlan('start-10', [setup, fee('30.00')])],
          subscriptions: [subscriptionOf('start-10', '2026-04-16', order)],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-04-16', '99.00'],
          ['2026-04-26', '5.00'],
          ['2026-05-01', '30.00'],
        ],
        because: 'A trial frees fees, not the setup; from the 26th on 5 of 30 days of April are left.',
      });
    },
  );

  check(
    'have agreed prices of their own, in whatever order these were agreed',
    {
      topic: 'rating',
      needs: [...needs, 'subscription.negotiated', 'price.several-fees'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const flat = (amount: string) => ({ kind: 'flat', amount }) as const;
      const negotiated = [
        { charge: 'my-seat', price: flat('25.00') },
        { charge: 'seat', price: flat('8.00') },
      ];
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [office],
          subscriptions: [subscriptionOf('pro', '2026-01-01', { negotiated })],
          until: '2026-02-15',
        }),
        bills: [
          ['2026-01-01', '53.00'],
          ['2026-02-01', '53.00'],
        ],
        because: 'EUR 8.00 and EUR 25.00 were agreed; the seat-plus costs its EUR 20.00 as listed.',
      });
    },
  );

  check(
    'are told apart by a coupon for a plan',
    { topic: 'discount', needs: [...needs, 'coupon'], tags: ['@edge', '@coupon', '@risk-high'] },
    async (world) => {
      const coupon = couponOf('half', percentOff('50'), { scope: forPlans('pro') });
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [office, larger, small],
          subscriptions: ['pro', 'pro-plus', 'my-pro'].map((plan) => subscriptionOf(plan, '2026-01-01')),
          coupons: [held(coupon, '2026-01-01')],
          until: '2026-02-15',
        }),
        bills: [
          ['2026-01-01', '237.00'],
          ['2026-02-01', '237.00'],
        ],
        because: 'Half of EUR 60.00, and EUR 200.00 and EUR 7.00 in full.',
      });
    },
  );

  check(
    'are told apart by a coupon for a charge',
    { topic: 'discount', needs: [...needs, 'coupon'], tags: ['@edge', '@coupon', '@risk-high'] },
    async (world) => {
      const coupon = couponOf('half', percentOff('50'), { scope: forCharges('seat') });
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [office],
          subscriptions: [subscriptionOf('pro', '2026-01-01')],
          coupons: [held(coupon, '2026-01-01')],
          until: '2026-01-15',
        }),
        bills: [['2026-01-01', '55.00']],
        because: 'Half of EUR 10.00 is taken off, of the others nothing.',
      });
    },
  );

  check(
    'are told apart by a wallet for a charge',
    { topic: 'credit', needs: [...needs, 'wallet'], tags: ['@edge', '@credit', '@risk-high'] },
    async (world) => {
      // fee-1 to fee-12, so that fee-1 begins like fee-10, fee-11 and fee-12.
      const prices = Array.from({ length: 12 }, () => '5.00');
      const contract = await prepaidContract(world, prices);
      const charges = ['fee-1'];
      await openFilledWallet(world, contract, { name: 'for one', credits: '100', charges });
      await contract.session.advanceTo(localDate('2026-02-01'));
      const because = 'Of twelve fees of EUR 5.00 the wallet may pay the first one only.';
      expectSettled(world, await nthInvoice(contract, 2), { credited: '5.00', due: '55.00', because });
      await expectWallet(world, contract, { name: 'for one', balance: parseMoney('95.00', 'EUR'), because });
    },
  );
});

describe('Subscriptions to one plan', () => {
  check(
    'of which one has a coupon for a charge: the same charge of the other costs its price',
    { topic: 'discount', needs: [...needs, 'coupon'], tags: ['@edge', '@coupon', '@risk-high'] },
    async (world) => {
      const coupon = couponOf('tenth', percentOff('10'), { scope: forCharges('seat', 'my-seat') });
      const subscriptions = ['one', 'two'].map((key) => subscriptionOf('pro', '2026-01-01', { key }));
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [office],
          subscriptions,
          coupons: [held(coupon, '2026-01-10', 'two')],
          until: '2026-02-15',
        }),
        bills: [
          ['2026-01-01', '120.00'],
          ['2026-02-01', '116.00'],
        ],
        because: 'Twice EUR 60.00, from February on less a tenth of EUR 40.00 of the second one.',
      });
    },
  );
});
