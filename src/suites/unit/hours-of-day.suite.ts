import { describe } from 'vitest';
import type { MeteredEvent } from '../../model/billing/calculation.ts';
import { instant } from '../../model/date.ts';
import { metered } from '../../scenario/drawn/customer-history.ts';
import { previewCheck } from './preview-check.ts';
import { metering } from './questions.ts';

const priceOf = (unit: string) => ({ kind: 'per-unit', unit }) as const;

/** Each of the hours in which clocks are changed by itself, then the night and the day: an hour too early or too late shows. */
const hours = [
  ...[0, 1, 2, 3, 4, 5].map((from) => [from, from + 1] as const),
  ...([
    [6, 9],
    [9, 18],
    [23, 24],
  ] as const),
].map(([from, to], index) => ({
  code: `from-${from}`,
  where: {},
  hours: { from, to },
  price: priceOf(`${index + 2}.00`),
}));

/** Two days, so that the change is among them wherever it is. */
function halfHoursFrom(first: string): readonly MeteredEvent[] {
  return Array.from({ length: 96 }, (_, index) => ({
    id: `half-hour-${index}`,
    quantity: '1',
    at: instant(new Date(Date.parse(first) + index * 1_800_000).toISOString()),
  }));
}

describe('Usage by time of day', () => {
  previewCheck("Prices by time of day go by the customer's clock, on the days of a clock change too", {
    topic: 'usage',
    questions: [
      ['UTC', '2026-03-28'],
      ['Asia/Kolkata', '2026-03-28'],
      ['Europe/Berlin', '2026-03-28'],
      ['Europe/Berlin', '2026-10-24'],
      ['America/Los_Angeles', '2026-03-07'],
      ['America/Los_Angeles', '2026-10-31'],
      // By half an hour, and at midnight.
      ['Australia/Lord_Howe', '2026-04-04'],
      ['Australia/Lord_Howe', '2026-10-03'],
      ['America/Santiago', '2026-04-04'],
      ['America/Santiago', '2026-09-05'],
    ].map(([timeZone = '', eve]) =>
      metering(metered('units', priceOf('1.00'), { buckets: hours }), halfHoursFrom(`${eve}T12:30:00Z`), {
        timeZone,
        from: '2026-03-01',
        to: '2026-12-01',
      }),
    ),
  });
});
