import { describe, expect, test } from 'vitest';
import type { ToolRecord } from '../model/observing/record.ts';
import { ToldOnce } from './told-once.ts';

const began: ToolRecord = { kind: 'check-started', checkId: 'unit-1' };

function ended(status: 'passed' | 'failed' | 'broken'): ToolRecord {
  const error = status === 'passed' ? null : { type: 'Error', message: 'no', stack: '' };
  return { kind: 'check-finished', checkId: 'unit-1', status, cause: null, durationMs: 1, error };
}

describe('what a worker and its session both tell', () => {
  test('is kept once when they agree, whichever came first', () => {
    const told = new ToldOnce();
    expect(told.isNews('worker', began)).toBe(true);
    expect(told.isNews('worker', ended('passed'))).toBe(true);
    expect(told.isNews('session', began)).toBe(false);
    expect(told.isNews('session', ended('passed'))).toBe(false);
    expect([...told.begun]).toEqual(['unit-1']);
  });

  test('is kept twice when they differ: who judges sees both', () => {
    const told = new ToldOnce();
    told.isNews('worker', began);
    expect(told.isNews('worker', ended('passed'))).toBe(true);
    expect(told.isNews('session', ended('failed'))).toBe(true);
  });

  test('is not taken from a worker after its session closed the check', () => {
    const told = new ToldOnce();
    told.isNews('worker', began);
    expect(told.isNews('session', ended('broken'))).toBe(true);
    expect(told.isNews('worker', ended('passed'))).toBe(false);
    expect(told.isNews('worker', began)).toBe(false);
  });

  test('is kept each time when a session says it twice', () => {
    const told = new ToldOnce();
    for (const _time of [1, 2]) {
      expect(told.isNews('session', began)).toBe(true);
      expect(told.isNews('session', ended('passed'))).toBe(true);
    }
  });
});
