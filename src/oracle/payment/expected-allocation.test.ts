import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../model/date.ts';
import { moneyOf, parseMoney, sumMoney } from '../../model/money.ts';
import { expectedAllocation } from './expected-allocation.ts';

const debt = (name: string, day: string, due: string) => ({
  name,
  issueDate: localDate(day),
  due: parseMoney(due, 'EUR'),
});
const amounts = (allocation: ReturnType<typeof expectedAllocation>) =>
  allocation.shares.map(({ name, amount }) => `${name} ${amount.amountMinor}`);

describe('a sum over debts', () => {
  const debts = [debt('march', '2026-03-01', '50.00'), debt('january', '2026-01-01', '100.00')];

  test('pays the oldest first', () => {
    const paid = expectedAllocation(parseMoney('120.00', 'EUR'), debts, 'oldest-first');
    expect(amounts(paid)).toEqual(['march 2000', 'january 10000']);
    expect(paid.surplus).toEqual(parseMoney('0.00', 'EUR'));
  });

  test('pays in the order that was stated, and the newest first where that is the habit', () => {
    expect(amounts(expectedAllocation(parseMoney('120.00', 'EUR'), debts, 'as-stated'))).toEqual([
      'march 5000',
      'january 7000',
    ]);
    expect(amounts(expectedAllocation(parseMoney('60.00', 'EUR'), debts, 'newest-first'))).toEqual([
      'march 5000',
      'january 1000',
    ]);
  });

  test('is neither made nor lost, never pays more than a debt, and leaves no gap', () => {
    const cents = fc.bigInt({ min: 0n, max: 100_000n });
    fc.assert(
      fc.property(cents, fc.array(cents, { maxLength: 6 }), (sum, dues) => {
        const all = dues.map((due, index) => ({
          name: String(index),
          issueDate: localDate(`2026-01-0${index + 1}`),
          due: moneyOf(due, 'EUR'),
        }));
        const { shares, surplus } = expectedAllocation(moneyOf(sum, 'EUR'), all, 'oldest-first');
        const given = sumMoney([surplus, ...shares.map(({ amount }) => amount)], 'EUR');
        expect(given.amountMinor).toBe(sum);
        shares.forEach(({ amount }, index) => {
          const due = all[index]?.due.amountMinor ?? 0n;
          expect(amount.amountMinor <= due && amount.amountMinor >= 0n).toBe(true);
          const isShort = amount.amountMinor < due;
          if (isShort)
            expect(shares.slice(index + 1).every((later) => later.amount.amountMinor === 0n)).toBe(true);
          if (isShort) expect(surplus.amountMinor).toBe(0n);
        });
      }),
    );
  });
});
