import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, instant, instantFromMs, localDate } from '../../model/date.ts';
import { dayInZone, startOfDayInZone } from './time-zone.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'America/Sao_Paulo',
  'Pacific/Pago_Pago',
];

test.for([
  ['2023-03-26', 'Europe/Berlin', '2023-03-25T23:00:00.000Z'],
  ['2023-03-27', 'Europe/Berlin', '2023-03-26T22:00:00.000Z'],
  ['2026-01-01', 'Asia/Kolkata', '2025-12-31T18:30:00.000Z'],
  // Brazil's clocks went forward at midnight: the day began at one o'clock.
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ['2026-06-01', 'Pacific/Kiritimati', '2026-05-31T10:00:00.000Z'],
] as const)('%s begins in %s at %s', ([date, zone, wanted]) => {
  expect(startOfDayInZone(localDate(date), zone)).toBe(wanted);
});

test('a day holds its first moment and not the one before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 11_000 }), fc.constantFrom(...zones), (days, zone) => {
      const date = addDays(localDate('2005-01-01'), days);
      const start = startOfDayInZone(date, zone);
      expect(dayInZone(start, zone)).toBe(date);
      expect(dayInZone(instantFromMs(Date.parse(start) - 1), zone) < date).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a zone that does not exist is refused', () => {
  expect(() => dayInZone(instant('2026-01-01T00:00:00Z'), 'Mars/Olympus')).toThrow(/IANA/);
});
