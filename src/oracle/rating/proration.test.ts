import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, localDate, periodDays } from '../../model/date.ts';
import { fractionOf, plus } from '../arithmetic/fraction.ts';
import { monthsAfter } from '../time/calendar.ts';
import { dayShare, shareOf } from './proration.ts';

const starts = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(localDate('2004-01-01'), days));
const amount = fractionOf('99.99');

test.for([
  ['2023-05-15', '2023-05-23', 8],
  ['2023-06-15', '2023-06-23', 8],
  ['2023-05-23', '2023-06-15', 22],
  ['2023-06-23', '2023-07-15', 22],
  ['2021-02-27', '2021-03-01', 4],
] as const)('by months of 30 days, %s to %s counts %i', ([from, to, days]) => {
  const used = { from: localDate(from), to: localDate(to) };
  const whole = { from: addDays(used.from, -1), to: addDays(used.to, 5) };
  expect(dayShare(used, whole, 'fixed-30')).toEqual({ days, ofDays: 30 });
});

test('a whole period is charged in full, whatever its length and the rule', () => {
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 12 }), (from, months) => {
      const whole = { from, to: monthsAfter(from, months) };
      for (const dayCount of ['actual', 'fixed-30'] as const) {
        expect(shareOf(amount, dayShare(whole, whole, dayCount))).toEqual(amount);
      }
    }),
  );
});

test('credit and charge of a split period are the whole', () => {
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 12 }), fc.nat(), (from, months, cut) => {
      const whole = { from, to: monthsAfter(from, months) };
      const at = addDays(from, cut % (periodDays(whole) + 1));
      const before = shareOf(amount, dayShare({ from, to: at }, whole, 'actual'));
      const after = shareOf(amount, dayShare({ from: at, to: whole.to }, whole, 'actual'));
      expect(plus(before, after)).toEqual(amount);
    }),
  );
});

test('a stretch outside its period is refused', () => {
  const whole = { from: localDate('2026-01-01'), to: localDate('2026-02-01') };
  expect(() => dayShare({ from: whole.from, to: localDate('2026-02-02') }, whole, 'actual')).toThrow(
    /part of/,
  );
  expect(() => dayShare(whole, { from: whole.from, to: whole.from }, 'actual')).toThrow(/at least one day/);
});
