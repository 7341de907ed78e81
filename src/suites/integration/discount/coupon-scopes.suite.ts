import { describe } from 'vitest';
import type { Coupon } from '../../../model/billing/coupon.ts';
import { addDays, localDate } from '../../../model/date.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { expectBilling } from '../../../scenario/billing-agreement.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { amountOff, couponOf, forCharges, forPlans, held, percentOff } from '../../../scenario/coupons.ts';
import {
  castHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { expectQuoted } from '../../../scenario/situations/quoted-coupons.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';

const needs = ['clock', 'price.flat', 'price.several-fees', 'coupon', 'coupon.limits', 'tax'] as const;
/** Some days after the order, so that the first invoices of the two plans are not reduced; the next coupon comes a day later. */
const redeemed = localDate('2026-01-15');
const bought = '2026-01-10';

interface Story {
  readonly title: string;
  readonly customer: string;
  readonly currency: string;
  readonly prices: 'net' | 'gross';
  readonly more?: CheckOptions['needs'];
  /** Of Office and of Extra: fee and seats of each. */
  readonly amounts: readonly [string, string, string, string];
  /** In the order in which they are redeemed, with the subscription that each is for. */
  readonly coupons: readonly (readonly [Coupon, string | null])[];
}

const stories: readonly Story[] = [
  {
    title: 'for plans and for charges of them, in yen',
    customer: 'Sakura',
    currency: 'JPY',
    prices: 'net',
    amounts: ['6549', '999', '1234', '77'],
    coupons: [
      [couponOf('plans', percentOff('12.5'), { scope: forPlans('extra', 'office') }), null],
      [
        couponOf('charges', amountOff('501', 'JPY'), { scope: forCharges('seats', 'fee'), invoicesMax: 2 }),
        null,
      ],
    ],
  },
  {
    title: 'for the second plan, and for one subscription, in dinars',
    customer: 'Dhow',
    currency: 'KWD',
    prices: 'net',
    amounts: ['65.491', '9.999', '12.340', '0.777'],
    coupons: [
      [couponOf('plan', amountOff('4.005', 'KWD'), { scope: forPlans('none', 'extra') }), null],
      [couponOf('one', percentOff('33.333'), { scope: forCharges('none', 'seats') }), 'office'],
      [couponOf('all', amountOff('1.001', 'KWD')), null],
    ],
  },
  {
    title: 'for an invoice, a plan, a subscription and a charge, of which the widest was redeemed first',
    customer: 'Acme',
    currency: 'EUR',
    prices: 'net',
    amounts: ['65.49', '9.99', '12.34', '0.77'],
    coupons: [
      [couponOf('all', percentOff('10')), null],
      [couponOf('plan', amountOff('5.55'), { scope: forPlans('office') }), null],
      [couponOf('own', amountOff('2.22')), 'extra'],
      [couponOf('charge', percentOff('50'), { scope: forCharges('seats') }), null],
    ],
  },
  {
    title:
      'that could be redeemed on that day only, by so many, and reduce for longer, off prices with tax in them',
    customer: 'Acme',
    currency: 'EUR',
    prices: 'gross',
    more: ['tax.gross-prices'],
    amounts: ['65.49', '9.99', '12.34', '0.77'],
    coupons: [
      [
        couponOf('short', percentOff('7.25'), {
          redeemBy: redeemed,
          validUntil: localDate('2026-02-10'),
          redemptionsMax: 3,
        }),
        null,
      ],
      [
        couponOf('plans', amountOff('8.88'), {
          scope: forPlans('office', 'extra'),
          redeemBy: localDate('2026-01-31'),
          redemptionsMax: 1,
          invoicesMax: 3,
        }),
        null,
      ],
    ],
  },
];

describe('Coupons that are narrow in each way are taken off, in preview and invoice alike:', () => {
  for (const { title, customer, currency, prices, more = [], amounts, coupons } of stories)
    check(
      title,
      {
        topic: 'discount',
        needs: [...needs, 'preview.invoice', ...more],
        tags: ['@coupon', '@edge', '@risk-high'],
      },
      async (world) => {
        const [officeFee, officeSeats, extraFee, extraSeats] = amounts;
        const plan = (name: string, charges: Parameters<typeof monthlyPlan>[1]) =>
          monthlyPlan(name, charges, { currency, prices });
        const history = castHistory(customer, {
          plans: [
            plan('office', [fee(officeFee), fee(officeSeats, 'seats')]),
            plan('extra', [fee(extraFee), fee(extraSeats, 'seats')]),
          ],
          subscriptions: ['office', 'extra'].map((key) => subscriptionOf(key, bought, { key })),
          coupons: coupons.map(([coupon, subscription], index) =>
            held(coupon, addDays(redeemed, index), subscription),
          ),
          taxRates: [taxFrom('2020-01-01', '19')],
          until: '2026-01-20',
        });
        const { session, customer: played } = await expectHistory(world, history);
        const billed = { session, customer: played, invoices: [] };
        for (const day of ['2026-02-10', '2026-03-10']) await expectQuoted(world, billed, localDate(day));
        const later = { ...history, billing: { ...history.billing, until: localDate('2026-03-10') } };
        expectBilling(world, later, await session.invoices(played.customerId));
      },
    );
});

describe('A coupon for one of several that belong together', () => {
  for (const { whose, bills, because } of [
    {
      whose: 'base',
      bills: [
        ['2026-01-10', '45.00'],
        ['2026-02-10', '30.00'],
        ['2026-03-10', '30.00'],
      ],
      because: 'Half of EUR 30.00; the add-ons cost EUR 5.00 and EUR 10.00 as before.',
    },
    {
      whose: 'add-on',
      bills: [
        ['2026-01-10', '45.00'],
        ['2026-02-10', '42.50'],
        ['2026-03-10', '42.50'],
      ],
      because: 'Half of EUR 5.00; the base and the other add-on cost EUR 30.00 and EUR 10.00 as before.',
    },
  ] as const)
    check(
      `leaves the others at their price, where it is for the ${whose}`,
      {
        topic: 'discount',
        needs: ['clock', 'price.flat', 'coupon', 'coupon.limits', 'subscription.add-on'],
        tags: ['@coupon', '@edge', '@risk-high'],
      },
      async (world) => {
        const addOnTo = 'base';
        await expectWorkedOut(world, {
          history: castHistory('Acme', {
            plans: [
              monthlyPlan('office', [fee('30.00')]),
              monthlyPlan('extra', [fee('5.00')]),
              monthlyPlan('more', [fee('10.00')]),
            ],
            subscriptions: [
              subscriptionOf('office', bought, { key: 'base' }),
              subscriptionOf('extra', bought, { key: 'add-on', addOnTo }),
              subscriptionOf('more', bought, { key: 'other add-on', addOnTo }),
            ],
            coupons: [held(couponOf('half', percentOff('50')), redeemed, whose)],
            until: '2026-03-15',
          }),
          bills: bills.map(([day, total]) => [day, total] as const),
          because,
        });
      },
    );
});
