import fc from 'fast-check';
import { describe } from 'vitest';
import type { DocumentDiscount } from '../../model/billing/document-line.ts';
import { addDays, type LocalDate, localDate } from '../../model/date.ts';
import { addDecimals } from '../../model/decimal.ts';
import { earlier, monthsAfter } from '../../oracle/time/calendar.ts';
import { decimals, prices, quantities, ratingQuestions } from './generated-questions.ts';
import { propertyCheck } from './property-check.ts';
import { documentOf, proration, rating } from './questions.ts';

const kinds = [
  'flat',
  'per-unit',
  'graduated',
  'volume',
  'stairstep',
  'package',
  'percentage',
  'dynamic',
] as const;

describe('Generated prices and quantities', () => {
  for (const kind of kinds) {
    propertyCheck(
      `Any ${kind} price of any quantity`,
      'rating',
      ratingQuestions(kind).map((question) => [question]),
    );
  }
  propertyCheck(
    'Any graduated price exactly on, just below and just above each of its bounds',
    'rating',
    prices.graduated.map((price) => {
      const bounds = price.kind === 'graduated' ? price.tiers.flatMap(({ upTo }) => upTo ?? []) : [];
      const around = bounds.flatMap((bound) => [bound, `${bound}.01`, `${BigInt(bound) - 1n}.99`]);
      return ['0', ...around].map((quantity) => rating(price, quantity));
    }),
  );
  propertyCheck(
    'Any period in two parts',
    'rating',
    fc
      .tuple(fc.oneof(prices.graduated, prices['per-unit'], prices.package), quantities, quantities)
      .map(([price, alreadyBilled, quantity]) => [rating(price, quantity, { alreadyBilled })]),
  );
  propertyCheck(
    'Any minimum and maximum',
    'rating',
    fc
      .tuple(prices['per-unit'], quantities, decimals(300, 2), decimals(5000, 2))
      .map(([price, quantity, minimum, more]) => [
        rating(price, quantity, { minimum, maximum: addDecimals(minimum, more) }),
      ]),
  );
});

describe('Generated documents and days', () => {
  const line = fc.tuple(decimals(500, 3), decimals(27, 2)).map(([net, tax]) => `${net} @ ${tax}`);
  const percentages = decimals(100, 2).map(
    (percent): DocumentDiscount => ({ kind: 'percent', percent, lines: null }),
  );
  propertyCheck(
    'Any lines with their tax, less any percentage',
    'document',
    fc
      .tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.array(percentages, { maxLength: 2 }))
      .map(([lines, discounts]) => [documentOf(lines, discounts)]),
  );
  propertyCheck(
    'Any part of any months, and the part that is left',
    'proration',
    fc
      .tuple(decimals(2000, 2), fc.nat({ max: 3650 }), fc.integer({ min: 1, max: 12 }), fc.nat({ max: 365 }))
      .map(([amount, offset, months, cut]) => {
        const from = addDays(localDate('2020-01-01'), offset);
        const to = monthsAfter(from, months);
        const at = addDays(from, cut);
        const middle = earlier(at, to);
        return [
          proration(amount, { used: `${from}..${middle}`, of: `${from}..${to}` }),
          proration(amount, { used: `${middle}..${to}`, of: `${from}..${to}` }),
        ];
      }),
  );
  // Up to the 27th, where all ways of counting months of thirty days come to the same.
  const dayOfMonth = fc.integer({ min: 1, max: 27 });
  propertyCheck(
    'Any part of any months of thirty days, and the part that is left',
    'proration',
    fc
      .record({
        amount: decimals(2000, 2),
        first: fc.tuple(fc.nat({ max: 47 }), dayOfMonth),
        months: fc.integer({ min: 1, max: 24 }),
        cut: fc.tuple(fc.nat({ max: 24 }), dayOfMonth),
      })
      .map(({ amount, first, months, cut }) => {
        const from = dayOf(first[0], first[1]);
        const to = monthsAfter(from, months);
        const at = dayOf(first[0] + cut[0], cut[1]);
        const middle = earlier(at < from ? from : at, to);
        return [
          [from, middle],
          [middle, to],
          [from, to],
        ].map(([begin, end]) =>
          proration(amount, { used: `${begin}..${end}`, of: `${from}..${to}` }, { dayCount: 'fixed-30' }),
        );
      }),
  );
});

function dayOf(monthsAfter2024: number, day: number): LocalDate {
  return addDays(monthsAfter(localDate('2024-01-01'), monthsAfter2024), day - 1);
}
