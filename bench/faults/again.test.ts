import { expect, test } from 'vitest';
import type { JournalRecord } from '../../src/model/observing/record.ts';
import { complaintsOfResume } from './again.ts';

function finished(checkId: string): JournalRecord {
  return { kind: 'check-finished', checkId, status: 'passed', cause: null, durationMs: 1, error: null };
}
const resumed: JournalRecord = { kind: 'run-resumed', part: 2, torn: false, reaped: [] };
const complaints = (after: readonly JournalRecord[], before = ['unit-1']) =>
  complaintsOfResume({ before, after, anew: ['performance'] });

test('a run that was taken up again has no complaint while nothing is done twice', () => {
  expect(complaints([finished('unit-1'), resumed, finished('unit-2')])).toEqual([]);
  const load = [finished('performance-1'), resumed, finished('performance-1')];
  expect(complaints(load, ['performance-1'])).toEqual([]);
});

test('what had a result and came again is named', () => {
  expect(complaints([finished('unit-1'), resumed, finished('unit-1')])).toEqual([
    expect.stringContaining('unit-1'),
  ]);
});

test('a step that was cut after its last result may come again, and no other', () => {
  const begun: JournalRecord = {
    kind: 'step-started',
    phase: 'unit',
    step: 'suites',
    tool: 'vitest',
    toolVersion: '5',
    checks: ['unit-1', 'unit-2'],
  };
  const all = [begun, finished('unit-1'), finished('unit-2')];
  const again = [resumed, ...all];
  expect(complaints([...all, ...again], ['unit-1', 'unit-2'])).toEqual([]);
  expect(complaints([...all.slice(0, 2), ...again], ['unit-1'])).toHaveLength(1);
});

test('nothing is shown where nothing was taken up again, or nothing had a result', () => {
  expect(complaints([finished('unit-1'), finished('unit-1')])).toHaveLength(1);
  expect(complaints([resumed, finished('unit-1')], [])).toHaveLength(1);
});
