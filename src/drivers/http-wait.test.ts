import { expect, test } from 'vitest';
import { notWaited, waitMs } from './http-wait.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

test.each([
  ['2', 2_000],
  ['10', 10_000],
  ['11', null],
  ['99999999999999999999', null],
  ['1.5', null],
  ['1e1', null],
  ['', null],
  [null, 1_000],
  ['Thu, 01 Jan 2026 00:00:07 GMT', 7_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['Thu, 01 Jan 2027 00:00:00 GMT', null],
  ['2026-01-01T00:00:05Z', null],
])('Retry-After: %s', (said, ms) => {
  expect(waitMs(said, notWaited, now)).toBe(ms);
});

test('neither more than three times nor more than twelve seconds for one call', () => {
  expect(waitMs('0', { times: 3, ms: 0 }, now)).toBeNull();
  expect(waitMs('5', { times: 1, ms: 8_000 }, now)).toBeNull();
  expect(waitMs('4', { times: 1, ms: 8_000 }, now)).toBe(4_000);
});
