import { instant, localDate } from '../../model/date.ts';
import { asked } from './asked-preview.ts';
import type { ContractClause } from './clause.ts';
import { firstDay } from './starting-point.ts';

const [april, may, june] = ['2026-04-01', '2026-05-01', '2026-06-01'].map(localDate) as [
  typeof firstDay,
  typeof firstDay,
  typeof firstDay,
];
const currency = 'EUR';
const monthly = { unit: 'month', count: 1 } as const;
const metered = { kind: 'usage', code: 'c', meter: 'm', price: { kind: 'per-unit', unit: '2.00' } } as const;

/** Single calculations that change nothing, one of each kind. */
export const previewClauses: readonly ContractClause[] = [
  asked(
    'says what days of a month cost',
    ['preview.proration'],
    [
      {
        kind: 'proration',
        currency,
        amount: '30.00',
        whole: { from: april, to: may },
        used: { from: localDate('2026-04-16'), to: may },
        dayCount: 'actual',
      },
      { kind: 'proration', amount: '15.00', days: 15, ofDays: 30 },
    ],
  ),
  asked(
    'says what days of a quarter cost',
    ['preview.proration', 'proration.other-periods'],
    [
      {
        kind: 'proration',
        currency,
        amount: '90.00',
        whole: { from: firstDay, to: april },
        used: { from: firstDay, to: localDate('2026-01-31') },
        dayCount: 'actual',
      },
      { kind: 'proration', amount: '30.00', days: 30, ofDays: 90 },
    ],
  ),
  asked(
    'counts thirty days in February where that is the habit',
    ['preview.proration', 'proration.fixed-30'],
    [
      {
        kind: 'proration',
        currency,
        amount: '30.00',
        whole: { from: localDate('2026-02-01'), to: localDate('2026-03-01') },
        used: { from: localDate('2026-02-16'), to: localDate('2026-03-01') },
        dayCount: 'fixed-30',
      },
      { kind: 'proration', ofDays: 30 },
    ],
  ),
  asked(
    'says which periods a subscription has',
    ['preview.periods'],
    [
      { kind: 'periods', start: april, interval: monthly, billing: 'anniversary', count: 2 },
      {
        kind: 'periods',
        periods: [
          { from: april, to: may },
          { from: may, to: june },
        ],
      },
    ],
  ),
  asked(
    'adds up a document',
    ['preview.document'],
    [
      {
        kind: 'document',
        currency,
        lines: [
          { net: '10.00', taxPercent: '0' },
          { net: '20.00', taxPercent: '0' },
        ],
        discounts: [],
        roundingPoint: 'line',
      },
      { kind: 'document', subtotal: '30.00', discount: '0.00', tax: '0.00', total: '30.00' },
    ],
  ),
  asked(
    'says what events come to and cost',
    ['preview.metering', 'usage', 'price.per-unit'],
    [
      {
        kind: 'metering',
        currency,
        timeZone: 'UTC',
        charge: metered,
        periods: [{ from: april, to: may }],
        events: [
          { id: 'a', quantity: '2', at: instant('2026-04-10T12:00:00Z') },
          { id: 'b', quantity: '3', at: instant('2026-04-11T12:00:00Z') },
        ],
      },
      { kind: 'metering', periods: [{ quantity: '5', amount: '10.00' }] },
    ],
  ),
  asked(
    'counts a level for the part of the period that it lasts',
    ['preview.metering', 'usage', 'price.per-unit', 'usage.levels'],
    [
      {
        kind: 'metering',
        currency,
        timeZone: 'UTC',
        charge: { ...metered, aggregation: 'weighted-sum' },
        periods: [{ from: april, to: may }],
        events: [{ id: 'a', quantity: '10', at: instant('2026-04-16T00:00:00Z') }],
      },
      { kind: 'metering', periods: [{ quantity: '5', amount: '10.00' }] },
    ],
  ),
  asked(
    'says what an amount is in another currency',
    ['preview.conversion'],
    [
      {
        kind: 'conversion',
        currency,
        amount: '100.00',
        to: 'USD',
        on: localDate('2026-04-03'),
        source: 'ECB',
        rates: [
          { from: 'EUR', to: 'USD', effectiveFrom: april, rate: '1.10', source: 'ECB' },
          { from: 'EUR', to: 'USD', effectiveFrom: may, rate: '1.20', source: 'ECB' },
        ],
      },
      { kind: 'conversion', amount: '110.00', rate: '1.10', rateOn: '2026-04-01' },
    ],
  ),
  asked(
    'says in which months an amount is earned',
    ['preview.recognition'],
    [
      {
        kind: 'recognition',
        currency,
        amount: '61.00',
        from: instant('2026-04-01T00:00:00Z'),
        to: instant('2026-06-01T00:00:00Z'),
        by: 'day',
        bookedOn: null,
      },
      {
        kind: 'recognition',
        months: [
          { month: april, revenue: '30.00' },
          { month: may, revenue: '31.00' },
        ],
      },
    ],
  ),
  asked(
    'says which tax a sale carries',
    ['preview.tax', 'tax.place', 'tax.status'],
    [
      {
        kind: 'tax',
        currency,
        lines: [{ net: '100.00', category: null }],
        on: april,
        rates: [{ country: 'DE', ratePercent: '19', from: firstDay }],
        seller: { country: 'DE', region: null },
        customer: { country: 'DE', region: null, status: 'standard', vatId: null },
        prices: 'net',
      },
      { kind: 'tax', tax: '19.00', total: '119.00', lines: [{ treatment: 'taxed' }] },
    ],
  ),
  asked(
    'takes a coupon off so many invoices',
    ['preview.coupon-series', 'coupon.limits'],
    [
      {
        kind: 'coupon-series',
        currency,
        invoices: ['30.00', '30.00'],
        coupon: { value: { kind: 'percent', percent: '10' }, invoicesMax: 1 },
      },
      {
        kind: 'coupon-series',
        invoices: [
          { discount: '3.00', total: '27.00' },
          { discount: '0.00', total: '30.00' },
        ],
      },
    ],
  ),
  asked(
    'uses prepaid credit for what coupons leave',
    ['preview.credited-document', 'discount'],
    [
      {
        kind: 'credited-document',
        currency,
        lines: ['30.00'],
        discounts: [{ kind: 'percent', percent: '10', lines: null }],
        credit: '20.00',
      },
      { kind: 'credited-document', discount: '3.00', credits: '20.00', total: '7.00' },
    ],
  ),
  asked(
    'says what credit notes come to, with their tax',
    ['preview.credit-notes'],
    [
      {
        kind: 'credit-notes',
        currency,
        lines: [{ net: '100.00', taxPercent: '20' }],
        notes: [[{ line: 0, net: '50.00' }]],
        roundingPoint: 'line',
      },
      {
        kind: 'credit-notes',
        invoiceTax: '20.00',
        invoiceTotal: '120.00',
        notes: [{ net: '50.00', tax: '10.00', total: '60.00' }],
      },
    ],
  ),
  asked(
    'says what a voided invoice gives back',
    ['preview.void'],
    [
      {
        kind: 'void',
        currency,
        total: '30.00',
        paid: '10.00',
        prepaid: '5.00',
        refunded: '0.00',
        given: null,
      },
      { kind: 'void', funded: '15.00', givenBack: '15.00' },
    ],
  ),
  asked(
    'says what an account owes',
    ['preview.account'],
    [
      {
        kind: 'account',
        currency,
        refunds: 'reopen-invoice',
        steps: [
          { kind: 'invoice', amount: '30.00' },
          { kind: 'payment', invoice: 0, amount: '12.00' },
        ],
      },
      { kind: 'account', steps: [{ dues: ['30.00'] }, { dues: ['18.00'], account: '18.00' }] },
    ],
  ),
  asked(
    'says who is asked for what',
    ['preview.dunning'],
    [
      {
        kind: 'dunning',
        currency,
        invoices: [{ issueDate: april, amount: '30.00' }],
        termDays: 14,
        firstAttempt: 'due-date',
        retryDays: [],
        ageFrom: 'due-date',
        levels: [{ name: 'first', afterDays: 10 }],
        threshold: null,
        requests: null,
        days: [localDate('2026-04-20'), localDate('2026-04-25')],
      },
      { kind: 'dunning', dueDates: ['2026-04-15'], days: [{ level: null }, { level: 'first' }] },
    ],
  ),
  asked(
    'says what a wallet holds',
    ['preview.wallet'],
    [
      { kind: 'wallet', currency, rate: '2.00', credits: '10', steps: [{ kind: 'take', credits: '4' }] },
      { kind: 'wallet', steps: [{ amount: '8.00', credits: '4', creditsLeft: '6', balanceLeft: '12.00' }] },
    ],
  ),
];
