import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moneyAmount, moneyOf } from '../../model/money.ts';
import { day, decimal, money } from './answer-values.ts';

describe('an amount in an answer', () => {
  test.each([
    ['a float', { amount: 12.34, currency: 'EUR' }],
    ['an integer of 20 digits as a number', JSON.parse('{"amount":12345678901234567890,"currency":"EUR"}')],
    ['negative zero', { amount: '-0.00', currency: 'EUR' }],
    ['an exponent', { amount: '1e3', currency: 'EUR' }],
    ['a sign in front', { amount: '+1.00', currency: 'EUR' }],
    ['too few decimals', { amount: '1.0', currency: 'EUR' }],
    ['no decimals', { amount: '1', currency: 'EUR' }],
    ['too many decimals', { amount: '1.005', currency: 'EUR' }],
    ['too many decimals, though zeros', { amount: '1.000', currency: 'EUR' }],
    ['decimals of a currency without any', { amount: '100.00', currency: 'JPY' }],
    ['two decimals of a currency with three', { amount: '1.00', currency: 'KWD' }],
    ['zeros in front', { amount: '01.00', currency: 'EUR' }],
    ['a separator', { amount: '1,000.00', currency: 'EUR' }],
    ['a comma', { amount: '1,00', currency: 'EUR' }],
    ['nothing', { amount: '', currency: 'EUR' }],
    ['NaN', { amount: 'NaN', currency: 'EUR' }],
    ['a currency in small letters', { amount: '1.00', currency: 'eur' }],
    ['a currency in mixed letters', { amount: '1.00', currency: 'Eur' }],
    ['a currency that is none', { amount: '1.00', currency: 'XQX' }],
  ])('is refused: %s', (_what, answer) => {
    expect(money.safeParse(answer).success).toBe(false);
  });

  test('is read exactly, of any size and currency', () => {
    const currencies = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF');
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), currencies, (minor, currency) => {
        const sent = moneyOf(minor, currency);
        expect(money.parse({ amount: moneyAmount(sent), currency })).toEqual(sent);
      }),
    );
  });
});

test.each(['-0', '-0.00', '1e3', '01', '.5', '5.', '+1', '0x10', ' 1', '1 ', 'Infinity'])(
  '%j is no number',
  (text) => {
    expect(decimal.safeParse(text).success).toBe(false);
  },
);

test.each(['0', '0.00', '-0.50', '100.5', '12345678901234567890.123'])('%s is a number', (text) => {
  expect(decimal.parse(text)).toBe(text);
});

test('a day that does not exist is an issue with its place, not an error of ours', () => {
  const read = day.safeParse('2026-02-30');
  expect(read.error?.issues[0]?.message).toMatch(/2026-02-30/);
});
