import { expect, test } from 'vitest';
import { localDate } from '../model/date.ts';
import { buildersFor } from './builders.ts';
import { cast, timeZoneOf } from './cast.ts';

function made(seed: number, checkId: string) {
  const builders = buildersFor({ seed, checkId });
  return [
    builders.customer(),
    builders.customer(),
    builders.amount('KWD', { minorMin: 1, minorMax: 9_999 }),
    builders.quantity(500),
    builders.day(localDate('2026-01-01'), 365),
    builders.oneOf(['a', 'b', 'c']),
  ];
}

test('one seed makes the same particulars for the same check, and others for another', () => {
  expect(made(7, 'uat-1')).toEqual(made(7, 'uat-1'));
  expect(made(7, 'uat-1')).not.toEqual(made(8, 'uat-1'));
  expect(made(7, 'uat-1')).not.toEqual(made(7, 'uat-2'));
});

test('amounts have the digits of their currency and stay in their range', () => {
  const builders = buildersFor({ seed: 1, checkId: 'x' });
  const amounts = Array.from({ length: 50 }, () => builders.amount('JPY', { minorMin: 5, minorMax: 6 }));
  expect(new Set(amounts)).toEqual(new Set(['5', '6']));
  expect(builders.amount('KWD', { minorMin: 1, minorMax: 1 })).toBe('0.001');
});

test('the cast has each name once and lives by clocks that exist', () => {
  expect(new Set(cast.map(({ name }) => name)).size).toBe(cast.length);
  for (const { timeZone } of cast) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  expect(timeZoneOf('Kim', 'DE')).toBe('Europe/Berlin');
  expect(timeZoneOf('Kim', 'IE')).toBe('Europe/Dublin');
  expect(timeZoneOf('Kim', 'US')).toBe('UTC');
});
