import { describe, expect, test } from 'vitest';
import type { JournalRecord } from '../model/observing/record.ts';
import { judge } from './judge.ts';
import {
  failed,
  linesOf,
  passed,
  plannedCheck,
  report,
  smallPlan,
  stepFinished,
} from './small-run.fixture.ts';

/** Two machines, each with one check of the unit phase. What one of them knows of itself says nothing about the other. */
function decide(...shards: readonly (readonly JournalRecord[])[]) {
  const plan = smallPlan({
    phases: [{ name: 'unit', steps: [{ name: 'suites', tool: 'vitest' }], fault: null }],
    checks: [plannedCheck('unit-1'), plannedCheck('unit-2')],
  });
  const records: readonly JournalRecord[] = [
    { kind: 'run-started', runId: 'merged', planDigest: 'digest' },
    ...shards.flatMap((shard, index): readonly JournalRecord[] => [
      {
        kind: 'shard-begins',
        shard: { index: index + 1, total: 2 },
        runId: `run-${index + 1}`,
        planDigest: '',
        journalHead: '',
      },
      { kind: 'canary', result: 'discriminates', detail: 'ok' },
      ...shard,
      { kind: 'cleanup', leftovers: [], detail: 'ok' },
      { kind: 'run-finished', reason: 'completed' },
    ]),
  ];
  const lines = linesOf(records);
  return judge({ plan, planDigest: '', lines, journalHead: '', policy: plan.policy, asOf: null });
}

function step(id: string, how: 'passed' | 'failed' = 'passed'): readonly JournalRecord[] {
  return [begun(id), how === 'passed' ? passed(id) : failed(id), finished(id, how)];
}

function begun(id: string): JournalRecord {
  return {
    kind: 'step-started',
    phase: 'unit',
    step: 'suites',
    tool: 'vitest',
    toolVersion: '5',
    checks: [id],
  };
}

function finished(id: string, how: 'passed' | 'failed' = 'passed'): JournalRecord {
  return stepFinished({ exitCode: how === 'passed' ? 0 : 1, report: report([[id, how]]) });
}

const silent: JournalRecord = { kind: 'probe', when: 'now', result: 'silent', detail: 'refused' };
const resumed: JournalRecord = { kind: 'run-resumed', part: 2, torn: false, reaped: [] };
const orphaned = { orphans: ['12 chrome'], report: report([['unit-1', 'passed']]) };

describe('the machines of a merged run', () => {
  test('are heard each for itself, and their checks add up', () => {
    const { verdict, steps } = decide(step('unit-1'), step('unit-2'));
    expect(verdict.phases).toMatchObject([{ state: 'complete', planned: 2, passed: 2 }]);
    expect(steps[0]?.exit).toBe('exit code 0');
  });

  test('an outage of one excuses no failure of the other', () => {
    const { checks } = decide(step('unit-1', 'failed'), [silent, ...step('unit-2')]);
    expect(checks[0]).toMatchObject({ status: 'failed', cause: 'product' });
    const own = decide([...step('unit-1', 'failed'), silent], step('unit-2'));
    expect(own.checks[0]).toMatchObject({ status: 'broken', cause: 'environment' });
  });

  test('one that was taken up again makes no loss of the other good', () => {
    const lost = [begun('unit-1'), passed('unit-1'), stepFinished(orphaned)];
    const { verdict } = decide(lost, [begun('unit-2'), resumed, ...step('unit-2')]);
    expect(verdict.phases[0]).toMatchObject({ state: 'incomplete', passed: 2 });
    const itself = decide([...lost, resumed, ...step('unit-1')], step('unit-2'));
    expect(itself.verdict.phases[0]).toMatchObject({ state: 'complete', passed: 2 });
  });

  test('an outcome that one knows settles no write of the other', () => {
    const intent: JournalRecord = {
      kind: 'intent',
      intentId: 'i1',
      checkId: 'unit-1',
      operation: 'pay',
      request: 'POST /payments',
      idempotencyKey: 'k',
    };
    const done: JournalRecord = { kind: 'outcome', intentId: 'i1', outcome: 'done', detail: '' };
    const { unknownOutcomes } = decide([intent, ...step('unit-1')], [intent, done, ...step('unit-2')]);
    expect(unknownOutcomes).toHaveLength(1);
  });

  test('one of which nothing stands there is named', () => {
    const { verdict } = decide([...step('unit-1'), ...step('unit-2')]);
    expect(verdict.verdict).toBe('INCOMPLETE');
    expect(verdict.reasons.map(({ text }) => text)).toContain('shard 2 of 2: not merged.');
  });
});
