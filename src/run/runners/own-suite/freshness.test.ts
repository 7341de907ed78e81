import { expect, test } from 'vitest';
import { staleContent, staleFile } from './freshness.ts';
import { statedMs, statedTime } from './stated-time.ts';
import type { SuiteResult } from './suite-result.ts';

const startedAtMs = Date.parse('2026-11-22T10:00:00Z');
const stamp = (secondsLater: number, sha256 = 'new') => ({
  mtimeNs: BigInt(startedAtMs + secondsLater * 1000) * 1_000_000n,
  bytes: 1,
  sha256,
});

test('a file is of this run when it was written after its start', () => {
  expect(staleFile({ before: null, after: stamp(1), startedAtMs })).toBeNull();
  expect(staleFile({ before: stamp(-60, 'old'), after: stamp(1), startedAtMs })).toBeNull();
  expect(staleFile({ before: null, after: stamp(-1), startedAtMs })).toBeNull();
});

test('the file that was there before, and a copy that kept its time, are stale', () => {
  expect(staleFile({ before: stamp(-60), after: stamp(-60), startedAtMs })).toMatch(
    /stale.*was there before/,
  );
  expect(staleFile({ before: null, after: stamp(-60), startedAtMs })).toMatch(
    /stale: written 2026-11-22T09:59/,
  );
});

test.each([
  ['2026-11-22T10:00:01Z', null],
  ['2026-11-22T09:59:30Z', null],
  ['2026-11-22T09:58:00Z', /stale/],
  ['2026-11-22T11:00:01+01:00', null],
  ['2026-11-22T10:00:01+01:00', /stale/],
  ['2026-11-22T10:00:01.123456', null],
  ['2026-11-22T10:00', null],
  ['2026-11-22 10:00:01', null],
  ['2026-11-22 10:00:01,5 +0000', null],
  ['2026-11-22T11:00:01+01', null],
  ['2026-11-22T11:00:01.5+01:00[Europe/Berlin]', null],
  ['2026-11-22T10:00:01+01:00[Europe/Berlin]', /stale/],
  ['2026-11-21T20:00:00', /stale/],
  ['2020-01-01 10:00:00', /stale/],
  ['2020-01-01 10:00:00 UTC', /stale/],
  ['Sun, 22 Nov 2026 10:00:01 GMT', null],
  ['22 Nov 2026 11:00:01 +0100', null],
  ['Sun, 22 Nov 2026 09:00:00 GMT', /stale/],
  ['Sun, 22 Nov 2026 10:00:01 +0100', /stale/],
  ['1795341601', null],
  ['1795341601.25', null],
  ['1795341601250', null],
  ['1577872800', /stale/],
  ['1577872800000', /stale/],
  ['1577872800000000', /stale/],
  ['0', null],
  ['yesterday', null],
  ['0001-01-01T00:00:00Z', null],
])('a report that says it is of %s', (text, message) => {
  const stale = staleContent(
    { times: statedTime(text), results: [] },
    { before: null, after: stamp(1), startedAtMs },
  );
  if (message === null) expect(stale).toBeNull();
  else expect(stale).toMatch(message);
});

test.each([
  // Two hours east of Greenwich: the tool wrote local time, or UTC.
  ['2026-11-22T12:00:01', 2, null],
  ['2026-11-22T10:00:01', 2, null],
  ['2026-11-22T11:00:00', 2, /stale/],
  ['2026-11-21T23:00:00', 2, /stale/],
  // Five hours west.
  ['2026-11-22T05:00:01', -5, null],
  ['2026-11-22T10:00:01', -5, null],
  ['2026-11-22T04:00:00', -5, /stale/],
  ['2026-11-22T09:00:00', -5, /stale/],
])('%s without a zone, on a machine %d hours from Greenwich', (text, hours, message) => {
  const ages = { before: null, after: stamp(30), startedAtMs };
  const stale = staleContent({ times: statedTime(text), results: [] }, ages, () => hours * 3_600_000);
  if (message === null) expect(stale).toBeNull();
  else expect(stale).toMatch(message);
});

test('a summer time that ends while the suite runs makes nothing stale', () => {
  const ages = { before: null, after: stamp(3600), startedAtMs };
  const offsetAt = (atMs: number) => (atMs < startedAtMs + 1_800_000 ? 2 : 1) * 3_600_000;
  const stale = (text: string) => staleContent({ times: statedTime(text), results: [] }, ages, offsetAt);
  expect(stale('2026-11-22T12:10:00')).toBeNull();
  expect(stale('2026-11-22T11:50:00')).toBeNull();
  expect(stale('2026-11-22T08:50:00')).toMatch(/stale/);
});

test('milliseconds: 0 is not known, yesterday is stale', () => {
  const stale = (atMs: number) =>
    staleContent({ times: statedMs(atMs), results: [] }, { before: null, after: stamp(1), startedAtMs });
  expect(stale(0)).toBeNull();
  expect(stale(startedAtMs + 5)).toBeNull();
  expect(stale(startedAtMs - 86_400_000)).toMatch(/stale/);
  expect(stale(startedAtMs / 1000 + 5)).toBeNull();
  expect(stale(startedAtMs / 1000 - 86_400)).toMatch(/stale/);
});

test('the same bytes again are stale when they hold measured times, and not when there is nothing to repeat', () => {
  const result = (durationMs: number): SuiteResult => {
    return { titlePath: ['a'], spellings: ['a'], outcome: 'passed', durationMs, error: null, earlier: [] };
  };
  const stale = (results: readonly SuiteResult[], sha256: string) =>
    staleContent({ times: [], results }, { before: stamp(-60, 'old'), after: stamp(1, sha256), startedAtMs });
  expect(stale([result(3), result(5), result(8)], 'old')).toMatch(/stale: byte for byte/);
  expect(stale([result(3), result(5), result(8)], 'new')).toBeNull();
  expect(stale([result(0), result(0), result(0)], 'old')).toBeNull();
});
