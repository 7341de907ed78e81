import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, localDate } from '../../model/date.ts';
import { readDate, readMonth, showDate, showPeriod } from './date-text.ts';
import { dayAfter, readInterval } from './interval-text.ts';

test('every day is read back from either form', () => {
  fc.assert(
    fc.property(fc.nat(40_000), (days) => {
      const date = addDays(localDate('1990-01-01'), days);
      expect(readDate(showDate(date))).toBe(date);
      expect(readDate(date)).toBe(date);
    }),
  );
});

test.each([
  ['03/04/2026', 'two different days'],
  ['3.4.26', 'two different days'],
  ['31 April 2026', 'calendar day'],
  ['1 Avril 2026', 'English name'],
  ['April 2026', 'English name'],
])('%s is refused', (text, words) => {
  expect(() => readDate(text)).toThrow(words);
});

test('a month is its first day to the first of the next', () => {
  expect(readMonth('February 2028')).toEqual({ from: '2028-02-01', to: '2028-03-01' });
  expect(readMonth('December 2026')).toEqual({ from: '2026-12-01', to: '2027-01-01' });
  expect(showPeriod(readMonth('February 2028'))).toBe('1 February 2028 to 29 February 2028');
  expect(() => readMonth('March')).toThrow('the year');
});

test.each([
  ['2 months', '2026-03-31'],
  ['month', '2026-02-28'],
  ['quarter', '2026-04-30'],
  ['1 year', '2027-01-31'],
  ['2 weeks', '2026-02-14'],
  ['1 day', '2026-02-01'],
])('%s after 31 January 2026 is %s', (text, expected) => {
  expect(dayAfter(localDate('2026-01-31'), readInterval(text))).toBe(expected);
});

test('a time span without length is refused', () => {
  expect(() => readInterval('0 months')).toThrow('time span');
  expect(() => readInterval('fortnight')).toThrow('time span');
});
