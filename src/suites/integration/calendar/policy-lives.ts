import { instant, localDate } from '../../../model/date.ts';
import { amountOff, couponOf, forCharges, held, percentOff } from '../../../scenario/coupons.ts';
import {
  type CustomerHistory,
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';

/**
 * A change, another number of seats and an end within a month of 31 days; half cents, and a tax that rises in February, on the
 * last day of billing, and between that and the end.
 */
const changing = castHistory('Acme', {
  plans: [
    monthlyPlan('small', [fee('29.95')]),
    monthlyPlan('large', [fee('100.05'), metered('calls', { kind: 'per-unit', unit: '0.015' })]),
    monthlyPlan('large', [fee('110.05'), metered('calls', { kind: 'per-unit', unit: '0.025' })], {
      effectiveFrom: localDate('2026-03-01'),
    }),
  ],
  subscriptions: [
    subscriptionOf('small', '2026-01-05', {
      changes: [{ on: localDate('2026-01-20'), plan: 'large' }],
      quantities: [{ on: localDate('2026-03-10'), quantity: '3' }],
      cancelledOn: localDate('2026-04-11'),
    }),
    subscriptionOf('small', '2026-01-06', { key: 'beside', cancelledOn: localDate('2026-03-17') }),
  ],
  usage: [
    { id: 'odd', meter: 'calls', quantity: '3', at: instant('2026-01-25T10:00:00Z') },
    { id: 'even', meter: 'calls', quantity: '201', at: instant('2026-03-20T10:00:00Z') },
  ],
  taxRates: [
    taxFrom('2020-01-01', '19'),
    taxFrom('2026-02-10', '20.5'),
    taxFrom('2026-04-05', '21'),
    taxFrom('2026-04-08', '22'),
  ],
  discounts: [{ from: localDate('2026-01-01'), percent: '7.5' }],
  until: '2026-05-10',
});

/** Coupons for one charge and for all, the wide one redeemed first; amounts that three lines share. */
const discounted = castHistory('Acme', {
  plans: [monthlyPlan('desk', [fee('33.33'), fee('33.33', 'light'), fee('66.67', 'room')])],
  subscriptions: [subscriptionOf('desk', '2026-01-01')],
  coupons: [
    held(couponOf('ten', amountOff('10.00')), '2026-01-10'),
    held(couponOf('room-third', percentOff('33.3'), { scope: forCharges('room') }), '2026-01-11'),
  ],
  taxRates: [taxFrom('2020-01-01', '20')],
  until: '2026-03-05',
});

/** Three fees alike: 1.9057 of tax each, and EUR 3.33 and a third of a coupon. */
const alike = castHistory('Acme', {
  plans: [monthlyPlan('three', [fee('10.03'), fee('10.03', 'light'), fee('10.03', 'room')])],
  subscriptions: [subscriptionOf('three', '2026-01-01')],
  coupons: [held(couponOf('ten-in-all', amountOff('10.00')), '2026-01-20')],
  taxRates: [taxFrom('2020-01-01', '19')],
  until: '2026-03-05',
});

/** Two fees with 1.9057 of tax each, and on another day two of different rates: 1.9038 and 0.7042. */
const inPairs = castHistory('Acme', {
  plans: [
    monthlyPlan('pair', [fee('10.03'), fee('10.03', 'light')]),
    monthlyPlan('mixed', [fee('10.02'), { ...fee('10.06', 'book'), taxCategory: 'books' }]),
  ],
  subscriptions: [subscriptionOf('pair', '2026-01-01'), subscriptionOf('mixed', '2026-01-05')],
  taxRates: [taxFrom('2020-01-01', '19'), { ...taxFrom('2020-01-01', '7'), category: 'books' }],
  until: '2026-02-20',
});

/** One rate in two ways of writing: 1.9057 of tax each, and 3.8114 together. */
const writtenTwice = castHistory('Acme', {
  plans: [monthlyPlan('shelf', [fee('10.03'), { ...fee('10.03', 'print'), taxCategory: 'prints' }])],
  subscriptions: [subscriptionOf('shelf', '2026-01-01')],
  taxRates: [taxFrom('2020-01-01', '19'), { ...taxFrom('2020-01-01', '19.0'), category: 'prints' }],
  until: '2026-02-20',
});

/** Who leaves a plan and comes back to it has signed anew, at the price of that day. */
const backAgain = castHistory('Acme', {
  plans: [
    monthlyPlan('small', [fee('29.95')]),
    monthlyPlan('small', [fee('35.95')], { effectiveFrom: localDate('2026-02-20') }),
    monthlyPlan('small', [fee('41.95')], { effectiveFrom: localDate('2026-04-20') }),
    monthlyPlan('large', [fee('100.05')]),
  ],
  subscriptions: [
    subscriptionOf('small', '2026-01-05', {
      changes: [
        { on: localDate('2026-02-10'), plan: 'large' },
        { on: localDate('2026-03-10'), plan: 'small' },
      ],
    }),
  ],
  until: '2026-06-10',
});

/** A minimum in a month that is served in part, a month without usage, and usage that is told a week and two months late. */
const used = castHistory('Acme', {
  plans: [
    monthlyPlan('meter', [
      fee('10.00'),
      metered('calls', { kind: 'per-unit', unit: '0.10' }),
      metered('minutes', { kind: 'per-unit', unit: '0.20' }, { minimum: '31.00' }),
    ]),
  ],
  subscriptions: [subscriptionOf('meter', '2026-01-01', { cancelledOn: localDate('2026-04-11') })],
  usage: [
    { id: 'c1', meter: 'calls', quantity: '40', at: instant('2026-01-10T10:00:00Z') },
    {
      id: 'late',
      meter: 'calls',
      quantity: '7',
      at: instant('2026-01-28T10:00:00Z'),
      arrived: localDate('2026-02-04'),
    },
    { id: 'm1', meter: 'minutes', quantity: '20', at: instant('2026-04-02T10:00:00Z') },
  ],
  until: '2026-05-10',
});

const onTrial = castHistory('Acme', {
  plans: [monthlyPlan('tried', [fee('31.00'), metered('calls', { kind: 'per-unit', unit: '0.10' })])],
  subscriptions: [
    subscriptionOf('tried', '2026-01-10', { trialDays: 12, cancelledOn: localDate('2026-04-02') }),
  ],
  usage: [
    { id: 'free', meter: 'calls', quantity: '5', at: instant('2026-01-15T10:00:00Z') },
    { id: 'paid', meter: 'calls', quantity: '9', at: instant('2026-01-30T10:00:00Z') },
  ],
  until: '2026-04-20',
});

/** Seats that are paid for afterwards: other seats, a pause and an end within months of 31, 28 and 30 days, and a first part of one. */
const afterwards = castHistory('Acme', {
  plans: [
    monthlyPlan('later', [
      {
        kind: 'recurring',
        code: 'seat',
        timing: 'arrears',
        price: { kind: 'per-unit', unit: '29.95' },
      },
    ]),
  ],
  subscriptions: [
    subscriptionOf('later', '2026-01-01', {
      quantities: [{ on: localDate('2026-01-11'), quantity: '3' }],
      pauses: [{ on: localDate('2026-02-06'), until: localDate('2026-02-21') }],
      cancelledOn: localDate('2026-04-17'),
    }),
    subscriptionOf('later', '2026-03-09', {
      key: 'by the calendar',
      billing: 'calendar',
      quantities: [{ on: localDate('2026-03-30'), quantity: '2' }],
    }),
  ],
  taxRates: [taxFrom('2020-01-01', '19')],
  until: '2026-05-10',
});

/** What is lived under each habit of bills: in one of them at least it makes a difference. */
export const policyLives: readonly (readonly [what: string, history: CustomerHistory])[] = [
  ['a change of plan and of seats, and an end', changing],
  ['coupons and shared amounts', discounted],
  ['fees alike', alike],
  ['two fees, of one rate and of two', inPairs],
  ['one rate in two ways of writing', writtenTwice],
  ['a plan that is left and taken again', backAgain],
  ['usage with a minimum, and late', used],
  ['a trial', onTrial],
  ['seats that are paid for afterwards', afterwards],
];

export const habitsOfBills = [
  'roundingMode',
  'roundingPoint',
  'dayCount',
  'changeDayBelongsTo',
  'prorationCredit',
  'zeroUsage',
  'taxBase',
  'existingSubscriptions',
  'paymentTermDays',
  'lateUsageDays',
  'minimumInPartPeriod',
  'discountOrder',
  'shareRemainder',
  'taxPoint',
  'creditTerms',
  'trialPeriods',
] as const;
