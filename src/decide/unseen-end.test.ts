import { describe, expect, test } from 'vitest';
import type { JournalRecord } from '../model/observing/record.ts';
import { judge } from './judge.ts';
import { cleanRecords, linesOf, passed, smallPlan, stepFinished } from './small-run.fixture.ts';

function decide(records: readonly JournalRecord[]) {
  const plan = smallPlan();
  const lines = linesOf(records);
  const { policy } = plan;
  return judge({ plan, planDigest: 'digest', lines, journalHead: 'head', policy, asOf: null });
}

const resumed: JournalRecord = { kind: 'run-resumed', part: 2, torn: false, reaped: [] };
const canary: JournalRecord = { kind: 'canary', result: 'discriminates', detail: 'ok' };
const begun: JournalRecord = {
  kind: 'step-started',
  phase: 'unit',
  step: 'suites',
  tool: 'vitest',
  toolVersion: '5',
  checks: ['unit-1', 'unit-2'],
};

describe('a step that was cut when all its checks had passed, before anybody saw its tool end', () => {
  /** The whole clean run, cut before the end of unit; then taken up again. */
  const cutAtEnd = (...again: readonly JournalRecord[]) => {
    const end = cleanRecords.findIndex((one) => one.kind === 'step-finished');
    return cleanRecords.toSpliced(end, 2, resumed, canary, ...again);
  };
  const phase = (...records: readonly JournalRecord[]): readonly JournalRecord[] => [
    { kind: 'phase-started', phase: 'unit' },
    begun,
    ...records,
    { kind: 'phase-finished', phase: 'unit' },
  ];

  test('is INCOMPLETE when it is not run again, and says what to do', () => {
    const { verdict } = decide(cutAtEnd());
    expect([verdict.verdict, verdict.exitCode]).toEqual(['INCOMPLETE', 2]);
    expect(verdict.phases[0]).toMatchObject({ state: 'incomplete', passed: 2 });
    expect(verdict.reasons.map(({ text }) => text).join('\n')).toMatch(
      /unit, step suites \(vitest\): it did not come to its end; .* exit code\..*npx tollgate run --resume RUN/,
    );
  });

  test('is proven when it is run again and ends as its records say', () => {
    const { verdict } = decide(cutAtEnd(...phase(passed('unit-1'), passed('unit-2'), stepFinished())));
    expect(verdict.reasons).toEqual([]);
    expect(verdict.verdict).toBe('GO');
  });

  test('is not proven when its tool then ends with an error that no record tells', () => {
    const ended = stepFinished({ exitCode: 1 });
    const { verdict } = decide(cutAtEnd(...phase(passed('unit-1'), passed('unit-2'), ended)));
    expect(verdict.verdict).toBe('INCOMPLETE');
    expect(verdict.reasons.map(({ text }) => text).join('\n')).toMatch(/ended with exit code 1/);
  });
});
