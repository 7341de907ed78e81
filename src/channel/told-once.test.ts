import { describe, expect, test } from 'vitest';
import type { ToolRecord } from '../model/observing/record.ts';
import { ToldOnce } from './told-once.ts';

const worker = { role: 'worker', name: 'worker 1' } as const;
const session = { role: 'session', name: 'session 2' } as const;
const began: ToolRecord = { kind: 'check-started', checkId: 'unit-1' };

function ended(status: 'passed' | 'failed' | 'broken'): ToolRecord {
  const error = status === 'passed' ? null : { type: 'Error', message: 'no', stack: '' };
  return { kind: 'check-finished', checkId: 'unit-1', status, cause: null, durationMs: 1, error };
}

describe('what a worker and its session both tell', () => {
  test('is kept once when they agree, whichever came first', () => {
    const told = new ToldOnce();
    expect(told.newsIn(worker, began)).toEqual([began]);
    expect(told.newsIn(worker, ended('passed'))).toEqual([ended('passed')]);
    expect(told.newsIn(session, began)).toEqual([]);
    expect(told.newsIn(session, ended('passed'))).toEqual([]);
    expect([...told.begun]).toEqual(['unit-1']);
  });

  test('is kept twice when they differ: who judges sees both', () => {
    const told = new ToldOnce();
    told.newsIn(worker, began);
    expect(told.newsIn(worker, ended('passed'))).toEqual([ended('passed')]);
    expect(told.newsIn(session, ended('failed'))).toEqual([ended('failed')]);
  });

  test('is not taken from a worker after its session closed the check', () => {
    const told = new ToldOnce();
    told.newsIn(worker, began);
    expect(told.newsIn(session, ended('broken'))).toEqual([ended('broken')]);
    expect(told.newsIn(worker, ended('passed'))).toEqual([]);
    expect(told.newsIn(worker, began)).toEqual([]);
  });

  test('is kept when a second worker begins what the first had begun', () => {
    const told = new ToldOnce();
    expect(told.newsIn(session, began)).toEqual([began]);
    expect(told.newsIn(worker, began)).toEqual([]);
    expect(told.newsIn({ role: 'worker', name: 'worker 3' }, began)).toEqual([began]);
  });

  test('counts as begun when only its session heard of it, as when the worker could not reach the run', () => {
    const told = new ToldOnce();
    expect(told.newsIn(session, ended('broken'))).toEqual([began, ended('broken')]);
    expect([...told.begun]).toEqual(['unit-1']);
  });

  test('is kept each time when a session says it twice', () => {
    const told = new ToldOnce();
    for (const _time of [1, 2]) {
      expect(told.newsIn(session, began)).toEqual([began]);
      expect(told.newsIn(session, ended('passed'))).toEqual([ended('passed')]);
    }
  });
});
