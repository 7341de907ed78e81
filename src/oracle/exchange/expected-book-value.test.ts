import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../model/date.ts';
import { moneyOf, parseMoney, zeroMoney } from '../../model/money.ts';
import { type Books, bookValue, expectedBooks, rateOn } from './expected-book-value.ts';

const day = localDate('2026-01-01');
const rateFrom = (from: string, rate: string, effectiveFrom = '2026-01-01') =>
  ({ from, to: 'EUR', rate, source: 'ECB', effectiveFrom: localDate(effectiveFrom) }) as const;
const books = (...rates: ReturnType<typeof rateFrom>[]): Books => ({
  currency: 'EUR',
  rates,
  rounding: 'half-up',
  rateDays: 31,
});

describe('the value of money in the books', () => {
  it.each([
    { currency: 'USD', amount: '119.00', rate: '0.9', value: '107.10' },
    { currency: 'JPY', amount: '1000', rate: '0.00612', value: '6.12' },
    { currency: 'KWD', amount: '10.005', rate: '2.98', value: '29.81' },
    { currency: 'USD', amount: '0.05', rate: '0.9', value: '0.05' },
  ])('$currency $amount at $rate is EUR $value', ({ currency, amount, rate, value }) => {
    const given = rateFrom(currency, rate);
    expect(bookValue(books(given), parseMoney(amount, currency), given)).toEqual(parseMoney(value, 'EUR'));
  });

  it('goes by the latest rate that has come, unless it is too old', () => {
    const [old, young] = [rateFrom('USD', '0.9'), rateFrom('USD', '0.95', '2026-01-20')];
    const both = books(young, old);
    expect(rateOn(both, 'USD', localDate('2025-12-31'))).toBeNull();
    expect(rateOn(both, 'USD', localDate('2026-01-19'))).toBe(old);
    expect(rateOn(both, 'USD', localDate('2026-01-20'))).toBe(young);
    expect(rateOn(both, 'USD', addDays(localDate('2026-01-20'), 31))).toBe(young);
    expect(rateOn(both, 'USD', addDays(localDate('2026-01-20'), 32))).toBeNull();
  });

  it('wins EUR 5.95 on USD 119.00 between 0.90 and 0.95', () => {
    const rates = books(rateFrom('USD', '0.9'), rateFrom('USD', '0.95', '2026-01-10'));
    const total = parseMoney('119.00', 'USD');
    const tax = parseMoney('19.00', 'USD');
    const payments = [{ amount: total, date: localDate('2026-01-12') }];
    expect(expectedBooks(rates, { total, tax, issueDate: day, payments })).toEqual({
      receivable: parseMoney('107.10', 'EUR'),
      left: parseMoney('0.00', 'EUR'),
      cash: parseMoney('113.05', 'EUR'),
      tax: parseMoney('17.10', 'EUR'),
      gain: parseMoney('5.95', 'EUR'),
    });
  });

  it('wins and loses nothing on money of the invoice’s own rate, however it is parted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 1n, max: 100_000n }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 99_999 }),
        (parts, digits) => {
          const rates = books(rateFrom('USD', `0.${String(digits).padStart(5, '0')}`));
          const total = moneyOf(
            parts.reduce((sum, part) => sum + part, 0n),
            'USD',
          );
          const payments = parts.map((part) => ({ amount: moneyOf(part, 'USD'), date: day }));
          const expected = expectedBooks(rates, { total, tax: zeroMoney('USD'), issueDate: day, payments });
          expect(expected?.left.amountMinor).toBe(0n);
          // Each part is rounded by itself, so at most half a cent each.
          const off = expected?.gain.amountMinor ?? 99n;
          expect(off <= BigInt(parts.length) && off >= -BigInt(parts.length)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
