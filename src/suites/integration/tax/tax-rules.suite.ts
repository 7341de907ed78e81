import { describe } from 'vitest';
import type { TaxParty, TaxPlace } from '../../../model/billing/tax.ts';
import { localDate } from '../../../model/date.ts';
import { moneyAmount, moneyOf } from '../../../model/money.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  customerHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { expectPreviewOf } from '../../../scenario/preview-agreement.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'tax'] as const;

interface Sale {
  readonly seller: TaxPlace;
  readonly customer: TaxParty;
  /** Tax on EUR 100.00 in minor units. */
  readonly tax: bigint;
}

const at = (country: string, region: string | null = null): TaxPlace => ({ country, region });
const person = (place: TaxPlace): TaxParty => ({ ...place, status: 'standard', vatId: null });

/** EUR 99.99 a month by the rates of everybody's country, and a sale of EUR 100.00 whose tax is known by hand. */
async function expectSale(world: World, name: string, { seller, customer, tax }: Sale): Promise<void> {
  const history = customerHistory(
    { name, country: customer.country, currency: 'EUR', timeZone: 'Europe/Berlin' },
    {
      plans: [monthlyPlan('basic', [fee('100.00')])],
      subscriptions: [subscriptionOf('basic', '2026-01-01')],
      taxRates: [
        taxFrom('2020-01-01', '5'),
        { ...taxFrom('2020-01-01', '7.25'), region: 'CA' },
        { ...taxFrom('2025-07-01', '8'), region: 'NY' },
        { ...taxFrom('2026-02-01', '9.5'), region: 'CA' },
      ],
      tax: { seller, customer },
      until: '2026-02-01',
    },
  );
  const { session, customer: who, invoices } = await expectHistory(world, history);
  if (world.can('preview.invoice')) {
    const day = localDate('2026-03-01');
    const preview = await session.previewInvoice(who.customerId, day);
    await session.advanceTo(day);
    const march = (await session.invoices(who.customerId)).find(({ issueDate }) => issueDate === day);
    expectPreviewOf(world, preview, march);
  }
  world.expectMoney({
    measure: 'tax',
    expected: moneyOf(tax, 'EUR'),
    actual: invoices[0]?.tax ?? moneyOf(0n, 'EUR'),
    nature: 'books',
    customer: name,
    explanation: `Sold from ${seller.country} to ${customer.country}; worked out by hand.`,
  });
}

describe('Whose tax, and whether any', () => {
  const german = at('DE');
  const sales: readonly (readonly [string, Sale])[] = [
    [
      'A state with a rate of its own',
      { seller: at('US', 'CA'), customer: person(at('US', 'CA')), tax: 7_25n },
    ],
    [
      'Another state with a rate of its own',
      { seller: at('US', 'CA'), customer: person(at('US', 'NY')), tax: 8_00n },
    ],
    ['A state without one', { seller: at('US', 'CA'), customer: person(at('US', 'OR')), tax: 5_00n }],
    [
      'A customer who is exempt',
      { seller: german, customer: { ...person(german), status: 'exempt' }, tax: 0n },
    ],
    [
      'A business in another member state of the Union',
      { seller: german, customer: { ...person(at('FR')), vatId: 'FR40303265045' }, tax: 0n },
    ],
    ['A private person there', { seller: german, customer: person(at('FR')), tax: 5_00n }],
    [
      'A business at home, VAT id or not',
      { seller: german, customer: { ...person(german), vatId: 'DE129273398' }, tax: 5_00n },
    ],
    [
      'A business at home with a VAT id of another member state',
      { seller: german, customer: { ...person(german), vatId: 'FR40303265045' }, tax: 5_00n },
    ],
    [
      'A business in another member state with a VAT id of the state of the seller, who is in a third one',
      { seller: at('AT'), customer: { ...person(at('FR')), vatId: 'ATU13585627' }, tax: 5_00n },
    ],
    [
      'A business in another member state with a VAT id from a third one',
      { seller: german, customer: { ...person(at('FR')), vatId: 'DE129273398' }, tax: 5_00n },
    ],
    [
      'A customer who is exempt and has a VAT id',
      { seller: german, customer: { ...person(german), status: 'exempt', vatId: 'DE129273398' }, tax: 0n },
    ],
    [
      'A customer abroad who is exempt, whatever VAT id he has',
      {
        seller: german,
        customer: { ...person(at('FR')), status: 'exempt', vatId: 'FR40303265045' },
        tax: 0n,
      },
    ],
    [
      'A Greek business, whose id begins with EL',
      { seller: german, customer: { ...person(at('GR')), vatId: 'EL094259216' }, tax: 0n },
    ],
    [
      'A Greek business with an id that begins with GR, as none does',
      { seller: german, customer: { ...person(at('GR')), vatId: 'GR094259216' }, tax: 5_00n },
    ],
    [
      'A German business of a Greek seller',
      { seller: at('GR'), customer: { ...person(german), vatId: 'DE129273398' }, tax: 0n },
    ],
    [
      'A business of the Union whose seller is outside of it',
      { seller: at('CH'), customer: { ...person(german), vatId: 'DE129273398' }, tax: 5_00n },
    ],
    [
      'A British business, since it left the Union',
      { seller: german, customer: { ...person(at('GB')), vatId: 'GB123456789' }, tax: 5_00n },
    ],
    [
      'A business outside of the Union with an id that looks like one',
      { seller: german, customer: { ...person(at('CH')), vatId: 'CH123456789' }, tax: 5_00n },
    ],
  ];
  for (const [title, sale] of sales) {
    const isLocal = sale.seller.country === sale.customer.country && sale.customer.status === 'standard';
    const more = isLocal ? (['tax.place'] as const) : (['tax.place', 'tax.status'] as const);
    check(
      `${title}: tax of ${moneyAmount(moneyOf(sale.tax, 'EUR'))} on 100.00`,
      { topic: 'tax', needs: [...needs, ...more], tags: ['@tax', '@taxrules'] },
      (world) => expectSale(world, 'Kim', sale),
    );
  }
});

const kim = { name: 'Kim', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' } as const;

describe('Several rates', () => {
  check(
    'One invoice with goods of three rates tells each of them',
    { topic: 'tax', needs: [...needs, 'tax.categories'], tags: ['@tax', '@taxrules', '@risk-high'] },
    async (world) => {
      const charges = [
        fee('99.99'),
        { ...fee('33.33', 'book'), taxCategory: 'books' },
        { ...fee('12.21', 'paper'), taxCategory: 'books' },
        { ...fee('50.00', 'stamp'), taxCategory: 'postage' },
      ];
      await expectHistory(
        world,
        customerHistory(kim, {
          plans: [monthlyPlan('library', charges)],
          subscriptions: [subscriptionOf('library', '2026-01-01')],
          discounts: [{ from: localDate('2026-01-01'), percent: '15' }],
          taxRates: [
            taxFrom('2020-01-01', '19'),
            { ...taxFrom('2020-01-01', '7'), category: 'books' },
            { ...taxFrom('2020-01-01', '0'), category: 'postage' },
          ],
          until: '2026-01-02',
        }),
      );
    },
  );

  check(
    'Service of the time before a new rate carries the old one, though it is billed after it',
    { topic: 'tax', needs, tags: ['@tax', '@taxrules', '@risk-high'] },
    async (world) => {
      const afterwards = { ...fee('80.00', 'support'), timing: 'arrears' } as const;
      await expectHistory(
        world,
        customerHistory(kim, {
          plans: [monthlyPlan('service', [fee('20.00'), afterwards])],
          subscriptions: [subscriptionOf('service', '2026-01-01')],
          taxRates: [taxFrom('2020-01-01', '16'), taxFrom('2026-03-01', '19')],
          until: '2026-04-01',
        }),
      );
    },
  );

  check(
    'What is ordered late carries the rate of the days that it is for, in advance as in arrears',
    { topic: 'tax', needs: [...needs, 'subscription.backdate'], tags: ['@edge', '@tax', '@taxrules'] },
    async (world) => {
      const afterwards = { ...fee('80.00', 'support'), timing: 'arrears' } as const;
      await expectHistory(
        world,
        customerHistory(kim, {
          plans: [monthlyPlan('service', [fee('20.00'), afterwards])],
          subscriptions: [subscriptionOf('service', '2026-01-10', { toldOn: localDate('2026-04-05') })],
          taxRates: [taxFrom('2020-01-01', '16'), taxFrom('2026-03-01', '19')],
          until: '2026-05-01',
        }),
      );
    },
  );

  check(
    'Small tax on each of many lines is rounded where the target says',
    { topic: 'tax', needs, tags: ['@tax', '@taxrules'] },
    async (world) => {
      const charges = ['a', 'b', 'c', 'd', 'e'].map((code) => fee('0.13', code));
      await expectHistory(
        world,
        customerHistory(kim, {
          plans: [monthlyPlan('small', charges)],
          subscriptions: [subscriptionOf('small', '2026-01-01')],
          taxRates: [taxFrom('2020-01-01', '19')],
          until: '2026-01-02',
        }),
      );
    },
  );
});

describe('Prices with the tax in them', () => {
  const gross = [...needs, 'tax.gross-prices'] as const;

  for (const [price, rate] of [
    ['119.00', '19'],
    ['9.99', '19'],
    ['0.01', '19'],
    ['100.00', '7'],
    ['1000000000.00', '8.875'],
  ] as const) {
    check(
      `A customer who is told ${price} pays ${price}, ${rate} % tax included`,
      { topic: 'tax', needs: gross, tags: ['@tax', '@taxrules', '@risk-high'] },
      async (world) => {
        const { invoices } = await expectHistory(
          world,
          customerHistory(kim, {
            plans: [monthlyPlan('consumer', [fee(price)], { prices: 'gross' })],
            subscriptions: [subscriptionOf('consumer', '2026-01-01')],
            taxRates: [taxFrom('2020-01-01', rate)],
            until: '2026-01-02',
          }),
        );
        world.expectMoney({
          measure: 'price that was told',
          expected: moneyOf(BigInt(price.replace('.', '')), 'EUR'),
          actual: invoices[0]?.total ?? moneyOf(0n, 'EUR'),
          nature: 'charge',
          customer: 'Kim',
          explanation: 'The tax is within the price.',
        });
      },
    );
  }

  check(
    'A discount is taken off the price that was told, and unused days come back with their tax',
    { topic: 'tax', needs: [...gross, 'discount', 'subscription.cancel'], tags: ['@tax', '@taxrules'] },
    async (world) => {
      await expectHistory(
        world,
        customerHistory(kim, {
          plans: [monthlyPlan('consumer', [fee('29.99'), fee('4.99', 'extra')], { prices: 'gross' })],
          subscriptions: [subscriptionOf('consumer', '2026-01-01', { cancelledOn: localDate('2026-02-10') })],
          discounts: [{ from: localDate('2026-01-01'), percent: '12.5' }],
          taxRates: [taxFrom('2020-01-01', '19'), taxFrom('2026-02-05', '21')],
          until: '2026-03-05',
        }),
      );
    },
  );
});
