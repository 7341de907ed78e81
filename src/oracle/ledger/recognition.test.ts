import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recognitionGrains } from '../../model/billing/revenue.ts';
import { type Instant, instant, instantFromMs, localDate } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import { referenceProfile } from '../reference-profile.ts';
import { newTrail } from '../trail.ts';
import { type RecognitionQuestion, recognised } from './recognition.ts';

/** USD 120.00 from noon of 15 June to noon of 13 October; figures of docs.stripe.com, revenue settings, examples. */
const published: Omit<RecognitionQuestion, 'by'> = {
  kind: 'recognition',
  currency: 'USD',
  amount: '120.00',
  from: instant('2026-06-15T12:00:00Z'),
  to: instant('2026-10-13T12:00:00Z'),
  bookedOn: null,
};

test.each([
  ['millisecond', ['15.50', '31.00', '31.00', '30.00', '12.50']],
  ['day', ['16.00', '31.00', '31.00', '30.00', '12.00']],
  ['month', ['30.00', '30.00', '30.00', '30.00']],
  ['month-prorated', ['15.50', '30.66', '30.66', '30.68', '12.50']],
] as const)('a published contract is earned by %s', (by, revenue) => {
  expect(revenueOf({ ...published, by })).toEqual(revenue);
});

test('what was served before the invoice is earned with it, or in its own month where that is the habit', () => {
  const late = {
    ...published,
    amount: '92.00',
    from: instant('2026-10-01T00:00:00Z'),
    to: instant('2027-01-01T00:00:00Z'),
    by: 'day',
  } as const;
  expect(revenueOf({ ...late, bookedOn: localDate('2026-11-01') })).toEqual(['61.00', '31.00']);
  expect(revenueOf(late)).toEqual(['31.00', '30.00', '31.00']);
});

test('the months make up the amount, whatever it is, and no month gets more than all of it', () => {
  const hour = fc.integer({ min: 0, max: 24 * 800 });
  const stretch = fc.tuple(hour, fc.integer({ min: 1, max: 24 * 500 }));
  fc.assert(
    fc.property(
      stretch,
      fc.integer({ min: -999_999, max: 999_999 }),
      fc.constantFrom(...recognitionGrains),
      (at, minor, by) => {
        const [start, hours] = at;
        const question = {
          ...published,
          by,
          from: after(start),
          to: after(start + hours),
          amount: decimal(minor),
        };
        const parts = revenueOf(question).map((text) => parseMoney(text, 'USD').amountMinor);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(BigInt(minor));
        for (const part of parts) expect(part * BigInt(Math.sign(minor)) >= 0n).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

function revenueOf(question: RecognitionQuestion): readonly string[] {
  return recognised(question, referenceProfile, newTrail()).map(({ revenue }) => revenue);
}

function after(hours: number): Instant {
  return instantFromMs(Date.parse('2026-01-01T00:00:00Z') + hours * 3_600_000);
}

function decimal(minor: number): string {
  const text = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}
