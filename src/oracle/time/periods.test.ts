import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../../model/billing/catalog.ts';
import { addDays, localDate } from '../../model/date.ts';
import { fullPeriodWith, servicePeriods } from './periods.ts';

const month: Interval = { unit: 'month', count: 1 };
const rules = fc.record({
  start: fc.integer({ min: 0, max: 12_000 }).map((days) => addDays(localDate('2000-01-01'), days)),
  interval: fc.record({
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
    count: fc.integer({ min: 1, max: 6 }),
  }),
  billing: fc.constantFrom('anniversary' as const, 'calendar' as const),
});

function ends(start: string, interval: Interval, billing: 'anniversary' | 'calendar'): readonly string[] {
  return servicePeriods({ start: localDate(start), interval, billing }, 4).map(({ to }) => to);
}

describe('service periods', () => {
  test.for([
    ['2023-01-31', month, ['2023-02-28', '2023-03-31', '2023-04-30', '2023-05-31']],
    ['2024-01-30', month, ['2024-02-29', '2024-03-30', '2024-04-30', '2024-05-30']],
    ['2024-02-29', { unit: 'year', count: 1 }, ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    ['2025-11-30', { unit: 'month', count: 3 }, ['2026-02-28', '2026-05-30', '2026-08-30', '2026-11-30']],
  ] as const)('from %s keep the day they began on', ([start, interval, wanted]) => {
    expect(ends(start, interval, 'anniversary')).toEqual(wanted);
  });

  test.for([
    ['2026-03-22', { unit: 'month', count: 3 }, ['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01']],
    ['2026-03-01', month, ['2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01']],
    ['2026-03-22', { unit: 'year', count: 1 }, ['2027-01-01', '2028-01-01', '2029-01-01', '2030-01-01']],
    // 22 March 2026 is a Sunday.
    ['2026-03-22', { unit: 'week', count: 1 }, ['2026-03-23', '2026-03-30', '2026-04-06', '2026-04-13']],
  ] as const)('by the calendar from %s begin on its boundaries', ([start, interval, wanted]) => {
    expect(ends(start, interval, 'calendar')).toEqual(wanted);
  });

  test('tile time: none is empty, none overlaps, none leaves a gap', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const periods = servicePeriods(rule, 15);
        let day = rule.start;
        for (const { from, to, full } of periods) {
          expect(from).toBe(day);
          expect(to > from).toBe(true);
          expect(full.from <= from && full.to === to).toBe(true);
          day = to;
        }
      }),
    );
  });

  test('are found again from any day within them', () => {
    fc.assert(
      fc.property(rules, fc.nat({ max: 800 }), (rule, days) => {
        const date = addDays(rule.start, days);
        const { from, to } = fullPeriodWith(date, rule);
        expect(from <= date && date < to).toBe(true);
      }),
    );
  });
});
