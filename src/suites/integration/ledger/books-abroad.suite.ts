import { describe } from 'vitest';
import type { ExchangeRate } from '../../../model/billing/exchange.ts';
import { addDays } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import {
  balanceOf,
  ecb,
  expectBooks,
  foreignCustomer,
} from '../../../scenario/situations/foreign-customer.ts';
import { billingStart } from '../../../scenario/situations/paying-customer.ts';

const needs = [
  'clock',
  'price.flat',
  'tax',
  'ledger',
  'legal-entity',
  'exchange-rates',
  'payment',
  'payment.receive',
] as const;
const later = addDays(billingStart, 9);

interface Sale {
  readonly name: string;
  readonly from: string;
  /** Before 19 % of tax. */
  readonly price: string;
  readonly to: string;
  /** On the day of the invoice, and from the ninth day on. */
  readonly rates: readonly [string, string];
  /** What the invoice is worth in the books, worked out by hand. */
  readonly owed: string;
  readonly parts: readonly [string, string];
}

const sales: readonly Sale[] = [
  // EUR 119.00 at 161.237 are JPY 19187.203.
  {
    name: 'Acme',
    from: 'EUR',
    price: '100.00',
    to: 'JPY',
    rates: ['161.237', '158.9'],
    owed: '19187',
    parts: ['70.00', '49.00'],
  },
  // USD 119.00 at 0.307123 are KWD 36.547637.
  {
    name: 'Globex',
    from: 'USD',
    price: '100.00',
    to: 'KWD',
    rates: ['0.307123', '0.31'],
    owed: '36.548',
    parts: ['33.33', '85.67'],
  },
  // KWD 11.900 at 3.2567 are USD 38.75473.
  {
    name: 'Dhow',
    from: 'KWD',
    price: '10.000',
    to: 'USD',
    rates: ['3.2567', '3.3'],
    owed: '38.75',
    parts: ['0.999', '10.901'],
  },
  // JPY 11,900 at 0.0020713 are KWD 24.64847.
  {
    name: 'Sakura',
    from: 'JPY',
    price: '10000',
    to: 'KWD',
    rates: ['0.0020713', '0.0019'],
    owed: '24.648',
    parts: ['1', '11899'],
  },
];

/** The rates of the sale, and newer ones between currencies that have nothing to do with it. */
function ratesOf({ from, to, rates }: Sale): readonly ExchangeRate[] {
  const [first, second] = rates;
  const own = { from, to, source: 'Central Bank' };
  const others = ['EUR', 'USD', 'JPY', 'KWD', 'CHF'].filter((each) => each !== from && each !== to);
  return [
    { ...own, rate: first, effectiveFrom: addDays(billingStart, -3) },
    { ...own, rate: second, effectiveFrom: addDays(billingStart, 8) },
    ...others.map((other) => ({ ...own, to: other, rate: '77.7', effectiveFrom: addDays(billingStart, -1) })),
    { ...own, from: to, to: from, rate: '0.123', effectiveFrom: addDays(billingStart, -1) },
  ];
}

describe('Books that are kept in another currency than euros', () => {
  for (const sale of sales)
    check(
      `hold what ${sale.name} owes in ${sale.from} as ${sale.to}, and what its rate won or lost until it was paid`,
      { topic: 'ledger', needs, tags: ['@close', '@edge', '@risk-high'] },
      async (world) => {
        const { name, price: amount, to: booksIn, from, owed, parts } = sale;
        const foreign = await foreignCustomer(world, { name, amount, booksIn, rates: ratesOf(sale) });
        const { session, customerId } = foreign;
        const values = await expectBooks(world, foreign);
        world.expectMoney({
          measure: 'owed in the books',
          expected: parseMoney(owed, booksIn),
          actual: balanceOf(values, 'receivables'),
          nature: 'books',
          customer: name,
          explanation: `The invoice in ${from} at the rate from ${from} to ${booksIn} of its day.`,
        });
        const sources = values.flatMap(({ rate }) => (rate === null ? [] : [rate.source]));
        world.expectEqual('sources of the rates', ['Central Bank'], [...new Set(sources)]);
        const [invoice] = await session.invoices(customerId);
        const invoiceId = invoice?.id ?? '';
        const [first, second] = parts.map((part) => parseMoney(part, from));
        if (first !== undefined)
          await session.pay({ key: `${world.checkId}-first`, invoiceId, amount: first });
        await session.advanceTo(later);
        if (second !== undefined)
          await session.receive({
            key: `${world.checkId}-second`,
            customerId,
            amount: second,
            invoiceIds: [invoiceId],
          });
        const paid = await expectBooks(world, foreign);
        world.expectMoney({
          measure: 'owed in the books when all is paid',
          expected: parseMoney('0', booksIn),
          actual: balanceOf(paid, 'receivables'),
          nature: 'books',
          customer: name,
          explanation: 'Nothing is owed any more, and no coin stays in the books.',
        });
      },
    );
});

describe('An invoice abroad', () => {
  const inBooks = (amount: string) => parseMoney(amount, 'EUR');
  check(
    'that a discount had left nothing of to pay, is taken back at the value that it was booked at',
    {
      topic: 'ledger',
      needs: [...needs, 'invoice.void', 'discount'],
      tags: ['@close', '@edge', '@risk-high'],
    },
    async (world) => {
      const rates = [ecb('USD', '0.918273'), ecb('USD', '0.5', addDays(billingStart, 7))];
      const discount = { code: 'FREE', kind: 'percent', percent: '100' } as const;
      const foreign = await foreignCustomer(world, { name: 'Globex', amount: '100.00', rates, discount });
      const { session, customerId } = foreign;
      const accounts = ['revenue', 'discounts'] as const;
      const before = await session.bookValues(customerId);
      // USD 100.00 at 0.918273 are EUR 91.83, and all of it is taken off.
      world.expectEqual(
        'in the books',
        [inBooks('-91.83'), inBooks('91.83')],
        accounts.map((one) => balanceOf(before, one)),
      );
      await session.advanceTo(later);
      const [invoice] = await session.invoices(customerId);
      await session.voidInvoice(`${world.checkId}-void`, invoice?.id ?? '');
      const values = await session.bookValues(customerId);
      world.expectEqual(
        'left in the books',
        [inBooks('0.00'), inBooks('0.00')],
        accounts.map((one) => balanceOf(values, one)),
      );
    },
  );
});
