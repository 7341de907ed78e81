import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compare,
  dividedBy,
  exactDecimal,
  fraction,
  fractionOf,
  minus,
  negated,
  plus,
  times,
  whole,
} from './fraction.ts';
import { fixedText, nearestWhole, plainText, roundedTo } from './rounding.ts';

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));
const half = fraction(1n, 2n);

test.for([
  ['10.275', 2, '10.28', '10.28'],
  ['-10.125', 2, '-10.13', '-10.12'],
  ['1000.5', 0, '1001', '1000'],
  ['-100.5', 0, '-101', '-100'],
  ['2.5', 0, '3', '2'],
  ['3.5', 0, '4', '4'],
  ['0.0049', 2, '0.00', '0.00'],
  ['-0.004', 2, '0.00', '0.00'],
] as const)('%s at %i digits is %s half up and %s half even', ([value, digits, up, even]) => {
  expect(fixedText(roundedTo(fractionOf(value), digits, 'half-up'), digits)).toBe(up);
  expect(fixedText(roundedTo(fractionOf(value), digits, 'half-even'), digits)).toBe(even);
});

test('the rounded value is never more than half a unit away', () => {
  fc.assert(
    fc.property(fractions, fc.constantFrom('half-up' as const, 'half-even' as const), (value, mode) => {
      const away = minus(value, whole(nearestWhole(value, mode)));
      expect(compare(away, half)).toBeLessThanOrEqual(0);
      expect(compare(negated(away), half)).toBeLessThanOrEqual(0);
    }),
  );
});

test('rounding treats both sides of zero alike', () => {
  fc.assert(
    fc.property(fractions, fc.constantFrom('half-up' as const, 'half-even' as const), (value, mode) => {
      expect(nearestWhole(negated(value), mode)).toBe(-nearestWhole(value, mode));
    }),
  );
});

test('fractions keep what was put into them', () => {
  fc.assert(
    fc.property(fractions, fractions, (left, right) => {
      expect(minus(plus(left, right), right)).toEqual(left);
      if (right.numerator !== 0n) expect(dividedBy(times(left, right), right)).toEqual(left);
    }),
  );
});

test('an exact decimal reads back as the same fraction; endless digits are not exact', () => {
  fc.assert(
    fc.property(fractions, (value) => {
      const text = exactDecimal(value);
      if (text !== null) expect(fractionOf(text)).toEqual(value);
    }),
  );
  expect(exactDecimal(fraction(1n, 3n))).toBeNull();
  expect(plainText(fraction(2n, 3n))).toBe('0.666666666667');
});
