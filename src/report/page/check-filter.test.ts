import { describe, expect, it } from 'vitest';
import { check } from '../fixture-parts.ts';
import { checkFinder } from './browser/check-filter.ts';
import { checkIndex } from './check-index.ts';

const checks = [
  check({ name: 'Upgrade in mid-month', phase: 'uat', status: 'failed' }),
  check({ name: 'Upgrade on the last day', phase: 'unit' }),
  check({ name: 'Refund after a dispute', phase: 'unit' }),
];
const { find } = checkFinder(checkIndex('run-1', checks, [0]));
const all = { words: '', phase: null, statuses: new Set<number>() };

describe('the search over checks', () => {
  it('lets everything through when nothing is asked', () => {
    expect(find(all)).toEqual([0, 1, 2]);
  });

  it('wants every word, in title, group, file or id, in any case', () => {
    expect(find({ ...all, words: 'UPGRADE  day' })).toEqual([1]);
    expect(find({ ...all, words: 'change of plan' })).toEqual([0, 1, 2]);
    expect(find({ ...all, words: checks[2]?.check.id ?? '' })).toEqual([2]);
    expect(find({ ...all, words: 'nowhere' })).toEqual([]);
  });

  it('narrows by phase and status together', () => {
    expect(find({ ...all, phase: 0 })).toEqual([1, 2]);
    expect(find({ ...all, statuses: new Set([0]) })).toEqual([0]);
    expect(find({ ...all, phase: 0, statuses: new Set([0]) })).toEqual([]);
  });
});
