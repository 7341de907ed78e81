import { expect, test } from 'vitest';
import type { JournalRecord } from '../model/observing/record.ts';
import { judge } from './judge.ts';
import { openChecks } from './open-checks.ts';
import { cleanRecords, failed, linesOf, smallPlan, stepFinished } from './small-run.fixture.ts';

function openAfter(records: readonly JournalRecord[]): readonly string[] {
  const plan = smallPlan();
  const lines = linesOf(records);
  const { checks } = judge({
    plan,
    planDigest: 'digest',
    lines,
    journalHead: 'head',
    policy: plan.policy,
    asOf: null,
  });
  return [...openChecks({ plan, lines, checks })];
}

const load = ['performance-1'];
const unitEnd = cleanRecords.findIndex(({ kind }) => kind === 'step-finished');
const resumed: JournalRecord = { kind: 'run-resumed', part: 2, torn: false, reaped: [] };

test('nothing is left of a run that came to its end', () => {
  expect(openAfter(cleanRecords)).toEqual([]);
});

test('what has no result is left, what failed is not', () => {
  const [begin, second] = [cleanRecords.slice(0, unitEnd - 1), cleanRecords[unitEnd - 1] as JournalRecord];
  expect(openAfter(begin)).toEqual(['unit-2', ...load]);
  expect(openAfter([...begin, second, stepFinished()])).toEqual(load);
  const told = stepFinished({ exitCode: 1 });
  expect(openAfter([...begin, failed('unit-2'), told])).toEqual(load);
});

test.each<readonly [string, readonly JournalRecord[]]>([
  ['with its run', []],
  ['and its run was taken up without it', [resumed]],
  ['because the run was stopped', [stepFinished({ wasStopped: true, signal: 'SIGTERM', exitCode: null })]],
  [
    'because its runner broke',
    [{ kind: 'step-not-run', phase: 'unit', step: 'suites', reason: 'broke', hint: '' }],
  ],
])('all of a step is left that was cut after its last result: %s', (_how, after) => {
  const records = [...cleanRecords.slice(0, unitEnd), ...after];
  expect(openAfter(records).toSorted()).toEqual([...load, 'unit-1', 'unit-2']);
});

test('a step that was cut in the middle and ran its rest to the end is done', () => {
  const rest: readonly JournalRecord[] = [
    resumed,
    {
      kind: 'step-started',
      phase: 'unit',
      step: 'suites',
      tool: 'vitest',
      toolVersion: '5',
      checks: ['unit-2'],
    },
    ...cleanRecords.slice(unitEnd - 1, unitEnd + 1),
  ];
  expect(openAfter([...cleanRecords.slice(0, unitEnd - 1), ...rest])).toEqual(load);
});
