import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDecimals, canonicalDecimal, compareDecimals, decimalFrom, decimalParts } from './decimal.ts';

const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }));

describe('decimals', () => {
  test('are read as they are written', () => {
    fc.assert(
      fc.property(decimal, ([digits, scale]) => {
        expect(decimalParts(decimalFrom(digits, scale))).toEqual({ digits, scale });
      }),
    );
  });

  test('are equal exactly when their canonical text is', () => {
    fc.assert(
      fc.property(decimal, decimal, ([a, s], [b, u]) => {
        const [left, right] = [decimalFrom(a, s), decimalFrom(b, u)];
        expect(compareDecimals(left, right) === 0).toBe(canonicalDecimal(left) === canonicalDecimal(right));
      }),
    );
    expect(['1.50', '-0.00', '100', '0.10'].map(canonicalDecimal)).toEqual(['1.5', '0', '100', '0.1']);
  });

  test('add exactly where floats do not', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect(addDecimals('9007199254740993', '0.01')).toBe('9007199254740993.01');
  });

  test.each(['1e3', '1,5', ' 1', '.5', '1.', 'NaN', '0x10', ''])('refuse "%s"', (text) => {
    expect(() => decimalParts(text)).toThrow(/expected a plain decimal/);
  });
});
