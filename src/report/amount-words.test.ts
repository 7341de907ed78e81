import { describe, expect, it } from 'vitest';
import { amountInWords, differenceInWords } from './amount-words.ts';
import { difference } from './fixture-parts.ts';

describe('amountInWords', () => {
  it.each([
    ['EUR', '38411.2', 'EUR 38,411.20'],
    ['JPY', '1234567', 'JPY 1,234,567'],
    ['KWD', '-0.5', 'KWD -0.500'],
    ['EUR', '0.00125', 'EUR 0.00125'],
    ['EUR', '99999999999999999999.99', 'EUR 99,999,999,999,999,999,999.99'],
    ['XXX', '10', 'XXX 10'],
    ['EUR', 'NaN', 'EUR NaN'],
  ])('%s %s is %s', (currency, amount, words) => {
    expect(amountInWords(currency, amount)).toBe(words);
  });
});

describe('differenceInWords', () => {
  it.each([
    ['charge', '10.00', '10.01', 'over', 'EUR 0.01'],
    ['charge', '10.00', '9', 'under', 'EUR 1.00'],
    ['credit', '10.00', '9.00', 'over', 'EUR 1.00'],
    ['credit', '10.00', '11.00', 'under', 'EUR 1.00'],
    ['charge', '-5.00', '-4.00', 'over', 'EUR 1.00'],
    ['books', '1.00', '2.00', 'books', 'EUR 1.00'],
    ['charge', '1.0', '1.00', 'equal', 'EUR 0.00'],
    ['charge', '1.00', 'missing', 'unknown', '–'],
  ] as const)('a %s of %s that is %s is %s', (...row) => {
    const [nature, expected, actual, direction, gap] = row;
    const words = differenceInWords(difference({ nature, expected, actual }));
    expect([words.direction, words.difference]).toEqual([direction, gap]);
  });
});
