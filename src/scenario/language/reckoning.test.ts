import { expect, test } from 'vitest';
import { plainText } from '../../oracle/arithmetic/rounding.ts';
import { reckon } from './reckoning.ts';

test.each([
  ['90.00 x 15 / 30', '45'],
  ['-30.00 x 15 / 29 x 29', '-450'],
  ['1,000 x 0.01 + 1 x 0.008', '10.008'],
  ['(5 + 7 + 11) x 0.10', '2.3'],
  ['100 - 10% x 100', '90'],
  ['0.1 + 0.2', '0.3'],
  ['10 - 3 - 2', '5'],
])('%s is %s', (text, value) => {
  expect(plainText(reckon(text))).toBe(value);
});

test.each(['', '90.00 x', '(1 + 2', '90 ? 3', 'EUR 5', '1 2', '5 / 0'])('"%s" is refused', (text) => {
  expect(() => reckon(text)).toThrow(/Found/);
});
