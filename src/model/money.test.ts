import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMoney,
  compareMoney,
  displayMoney,
  formatMoney,
  moneyOf,
  negateMoney,
  parseMoney,
  subtractMoney,
  sumMoney,
} from './money.ts';

const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF');
const minor = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

describe('money', () => {
  test('is read as it is written, whatever its size', () => {
    fc.assert(
      fc.property(minor, currency, (amount, code) => {
        const text = formatMoney(moneyOf(amount, code)).slice(4);
        expect(parseMoney(text, code)).toEqual({ currency: code, amountMinor: amount });
      }),
    );
  });

  test('adds without losing or gaining, in any order', () => {
    fc.assert(
      fc.property(fc.array(minor, { maxLength: 20 }), currency, (amounts, code) => {
        const all = amounts.map((amount) => moneyOf(amount, code));
        const sum = sumMoney(all, code);
        expect(sumMoney([...all].reverse(), code)).toEqual(sum);
        expect(addMoney(sum, negateMoney(sum)).amountMinor).toBe(0n);
      }),
    );
  });

  test('compares as its difference says', () => {
    fc.assert(
      fc.property(minor, minor, (left, right) => {
        const [a, b] = [moneyOf(left, 'EUR'), moneyOf(right, 'EUR')];
        const difference = subtractMoney(a, b).amountMinor;
        expect(compareMoney(a, b) > 0).toBe(difference > 0n);
        expect(compareMoney(a, b) < 0).toBe(difference < 0n);
      }),
    );
  });

  test('has the digits of its currency', () => {
    expect(['EUR', 'JPY', 'KWD'].map((code) => formatMoney(moneyOf(5n, code)))).toEqual([
      'EUR 0.05',
      'JPY 5',
      'KWD 0.005',
    ]);
    expect(displayMoney(moneyOf(-123_456_789n, 'EUR'))).toBe('EUR -1,234,567.89');
    expect(displayMoney(moneyOf(1_234_567n, 'JPY'))).toBe('JPY 1,234,567');
    expect(displayMoney(moneyOf(100n, 'EUR'))).toBe('EUR 1.00');
  });

  test('refuses what it cannot hold exactly', () => {
    expect(parseMoney('1.100', 'EUR').amountMinor).toBe(110n);
    for (const [text, code] of [
      ['1.005', 'EUR'],
      ['0.5', 'JPY'],
      ['1e3', 'EUR'],
      ['1,000.00', 'EUR'],
      ['', 'EUR'],
      ['1.00', 'EURO'],
    ] as const) {
      expect(() => parseMoney(text, code)).toThrow(/expected/);
    }
    expect(() => addMoney(moneyOf(1n, 'EUR'), moneyOf(1n, 'USD'))).toThrow(/one currency/);
  });
});
