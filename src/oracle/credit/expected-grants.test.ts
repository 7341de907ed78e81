import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDate } from '../../model/date.ts';
import { formatMoney, moneyOf, parseMoney } from '../../model/money.ts';
import { expectedGrants, type Grant } from './expected-grants.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');
const grant = (name: string, amount: string, expires: string | null): Grant => ({
  name,
  amount: eur(amount),
  expires: expires === null ? null : localDate(expires),
});
const bill = (day: string, amount: string) => ({ day: localDate(day), amount: eur(amount) });

test('the grant that ends first is used first, and only what is left of it lapses', () => {
  const grants = [grant('for ever', '50.00', null), grant('march', '30.00', '2026-03-10')];
  const bills = [bill('2026-02-01', '20.00'), bill('2026-03-01', '25.00'), bill('2026-04-01', '40.00')];
  // March: 20.00 and 10.00. For ever: 15.00 of March, 35.00 of April.
  const { left, dues } = expectedGrants(grants, bills, localDate('2026-04-01'));
  expect(left.map(({ name, amount }) => `${name} ${formatMoney(amount)}`)).toEqual([
    'for ever EUR 0.00',
    'march EUR 0.00',
  ]);
  expect(dues.map(formatMoney)).toEqual(['EUR 0.00', 'EUR 0.00', 'EUR 5.00']);
});

test('on the day of its end a grant pays nothing any more', () => {
  const ended = expectedGrants(
    [grant('a', '30.00', '2026-02-01')],
    [bill('2026-02-01', '20.00')],
    localDate('2026-02-01'),
  );
  expect(ended.dues.map(formatMoney)).toEqual(['EUR 20.00']);
  expect(ended.left.map(({ amount }) => formatMoney(amount))).toEqual(['EUR 0.00']);
});

test('without an end, what was used and what is left are all that was given', () => {
  const amounts = fc.array(fc.bigInt({ min: 1n, max: 20_000n }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(amounts, amounts, (given, asked) => {
      const grants = given.map((amount, index) => ({
        name: String(index),
        amount: moneyOf(amount, 'EUR'),
        expires: null,
      }));
      const bills = asked.map((amount, index) => ({
        day: localDate(`2026-02-0${index + 1}`),
        amount: moneyOf(amount, 'EUR'),
      }));
      const { left, dues } = expectedGrants(grants, bills, localDate('2026-03-01'));
      const sum = (all: readonly bigint[]) => all.reduce((total, each) => total + each, 0n);
      const used = sum(asked) - sum(dues.map(({ amountMinor }) => amountMinor));
      expect(used + sum(left.map(({ amount }) => amount.amountMinor))).toBe(sum(given));
    }),
  );
});
