import { describe } from 'vitest';
import { previewCheck } from './preview-check.ts';
import { periodsFrom } from './questions.ts';

const topic = 'calendar' as const;
const month = { unit: 'month', count: 1 } as const;
const quarter = { unit: 'month', count: 3 } as const;
const year = { unit: 'year', count: 1 } as const;

describe('Service periods', () => {
  for (const start of ['2026-01-28', '2026-01-29', '2026-01-30', '2026-01-31']) {
    previewCheck(`A monthly start on ${start} keeps its day over February`, {
      topic,
      questions: [periodsFrom(start, month, { count: 26 })],
      tags: ['@risk-high'],
    });
  }
  previewCheck('A monthly start on 31 January of a leap year and before one', {
    topic,
    questions: [periodsFrom('2028-01-31', month), periodsFrom('2027-01-31', month, { count: 15 })],
  });
  previewCheck('A start on 29 February, monthly and yearly', {
    topic,
    questions: [
      periodsFrom('2024-02-29', month, { count: 13 }),
      periodsFrom('2024-02-29', year, { count: 9 }),
    ],
  });
  previewCheck('A quarterly start on 30 November', {
    topic,
    questions: [periodsFrom('2026-11-30', quarter, { count: 9 })],
  });
  previewCheck('Every two months from 31 December', {
    topic,
    questions: [
      periodsFrom('2023-12-31', { unit: 'month', count: 2 }),
      periodsFrom('2024-12-31', { unit: 'month', count: 2 }),
    ],
  });
  previewCheck('Weeks and days run over month ends, years and clock changes', {
    topic,
    questions: [
      periodsFrom('2026-02-25', { unit: 'week', count: 1 }),
      periodsFrom('2026-10-20', { unit: 'week', count: 2 }),
      periodsFrom('2024-02-27', { unit: 'day', count: 1 }),
      periodsFrom('2026-12-15', { unit: 'day', count: 30 }),
    ],
  });
  previewCheck('Calendar months begin with the days that are left, then on the first', {
    topic,
    questions: [
      periodsFrom('2026-03-22', month, { billing: 'calendar' }),
      periodsFrom('2026-12-31', month, { billing: 'calendar', count: 4 }),
    ],
  });
  previewCheck('Calendar billing from the first of a month has no shortened period', {
    topic,
    questions: [
      periodsFrom('2026-03-01', month, { billing: 'calendar' }),
      periodsFrom('2026-04-01', quarter, { billing: 'calendar' }),
      periodsFrom('2027-01-01', year, { billing: 'calendar', count: 3 }),
    ],
  });
  previewCheck('Calendar quarters and years begin on theirs', {
    topic,
    questions: [
      periodsFrom('2026-03-22', quarter, { billing: 'calendar', count: 6 }),
      periodsFrom('2026-12-31', quarter, { billing: 'calendar', count: 3 }),
      periodsFrom('2026-05-05', year, { billing: 'calendar', count: 4 }),
    ],
  });
});
