import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, instant, localDate } from './date.ts';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)));

describe('days', () => {
  test('added are the days between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test('cross leap days and clock changes as whole days', () => {
    expect(addDays(localDate('2028-02-28'), 2)).toBe('2028-03-01');
    expect(daysBetween(localDate('2026-03-28'), localDate('2026-03-30'))).toBe(2);
  });

  test.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '03/04/2026', ''])(
    'that do not exist are refused: "%s"',
    (text) => {
      expect(() => localDate(text)).toThrow(/calendar day/);
    },
  );

  test('instants name their zone and become UTC', () => {
    expect(instant('2026-04-16T09:30:00+02:00')).toBe('2026-04-16T07:30:00.000Z');
    expect(() => instant('2026-04-16T09:30:00')).toThrow(/with its zone/);
    expect(() => instant('2026-02-30T09:30:00Z')).toThrow(/2026-02-30.*calendar day/);
  });
});
