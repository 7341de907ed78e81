import { expect, test } from 'vitest';
import type { Loaded, ProvableCheck } from '../../src/prove/messages.ts';
import { doubts } from './doubts.ts';

const check: ProvableCheck = {
  id: 'unit-1',
  phase: 'unit',
  file: 'a.suite',
  titlePath: ['Any price'],
  topic: 'rating',
  tags: ['@generated'],
  leftOut: null,
};
const sound: Loaded = { checks: [check], faults: [] };
const asked = { seeds: 10, runs: 0 };

test('silence means something where everything that draws is there', () => {
  expect(doubts(sound, asked)).toEqual([]);
});

test.each([
  ['a suite that does not load', { ...sound, faults: ['b.suite: no such file'] }, asked],
  ['a check that is left out', { ...sound, checks: [check, { ...check, leftOut: 'no browser' }] }, asked],
  ['no check at all', { ...sound, checks: [] }, asked],
  ['no seed', sound, { ...asked, seeds: 0 }],
  ['seeds that are no number', sound, { ...asked, seeds: Number.NaN }],
  ['runs that are no number', sound, { ...asked, runs: Number.NaN }],
])('silence means nothing with %s', (_, loaded, given) => {
  expect(doubts(loaded, given)).toHaveLength(1);
});
