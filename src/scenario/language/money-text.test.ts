import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayMoney, moneyOf } from '../../model/money.ts';
import { readMoney, readUnitPrice } from './money-text.ts';

test('what is shown to a reader is read back as the same amount', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 15n), 10n ** 15n),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      (minor, currency) => {
        expect(readMoney(displayMoney(moneyOf(minor, currency)))).toEqual(moneyOf(minor, currency));
      },
    ),
  );
});

test.each([
  ['49', 'code, space'],
  ['EUR 49', '2 digits'],
  ['EUR 49.0', '2 digits'],
  ['EUR 1200.00', 'thousands in groups'],
  ['EUR 1,20.00', 'thousands in groups'],
  ['JPY 500.00', '0 digits'],
  ['KWD 1.20', '3 digits'],
  ['EURO 1.00', 'code, space'],
  ['XYZ 1.00', 'ISO 4217'],
  ['$1.00', 'code, space'],
])('%s is refused', (text, words) => {
  expect(() => readMoney(text)).toThrow(words);
});

test('a unit price may have more digits than its currency, and not fewer', () => {
  expect(readUnitPrice('EUR 0.002')).toEqual({ currency: 'EUR', amount: '0.002' });
  expect(readUnitPrice('JPY 1,500')).toEqual({ currency: 'JPY', amount: '1500' });
  expect(() => readUnitPrice('EUR 5')).toThrow('at least 2 digits');
});
