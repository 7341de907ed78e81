import { describe, expect, test } from 'vitest';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import { judge } from './judge.ts';
import { cleanRecords, linesOf, smallChecks, smallPlan } from './small-run.fixture.ts';

function decide(records: readonly JournalRecord[], over: Partial<RunPlan>) {
  const plan = smallPlan(over);
  const { policy } = plan;
  return judge({
    plan,
    planDigest: 'digest',
    lines: linesOf(records),
    journalHead: 'head',
    policy,
    asOf: null,
  });
}

const isOfLoad = (record: JournalRecord) =>
  ('phase' in record && record.phase !== 'unit') ||
  (record.kind === 'check-finished' && record.checkId === 'performance-1');

describe('a narrowed run', () => {
  const scope = { phases: ['unit' as const], tags: null, checks: [], failedOf: null };

  const unitOnly = cleanRecords.filter((record) => !isOfLoad(record));

  test('gives no verdict, says so, and is clean', () => {
    const { verdict } = decide(unitOnly, { scope });
    expect([verdict.verdict, verdict.scope.result, verdict.exitCode]).toEqual(['INCOMPLETE', 'clean', 0]);
  });

  test.each([
    ['wrong', 'failed', 1],
    ['silent', 'not proven', 2],
  ] as const)('whose canary is %s is not clean, whatever its checks say', (result, scopeResult, exitCode) => {
    const records = unitOnly.map((record) =>
      record.kind === 'canary' ? { ...record, result, detail: 'EUR 7.00' } : record,
    );
    const { verdict } = decide(records, { scope });
    expect([verdict.scope.result, verdict.exitCode]).toEqual([scopeResult, exitCode]);
    const without = decide(
      unitOnly.filter(({ kind }) => kind !== 'canary'),
      { scope },
    );
    expect(without.verdict.exitCode).toBe(2);
  });

  test('that selects nothing proves nothing', () => {
    const none = { phases: [], tags: '@nothing', checks: [], failedOf: null };
    const excluded = smallChecks.map((check) => ({
      ...check,
      disposition: { kind: 'excluded', by: 'option', reason: 'not selected' } as const,
    }));
    const { verdict } = decide([], { scope: none, checks: excluded });
    expect([verdict.scope.result, verdict.exitCode]).toEqual(['not proven', 2]);
  });
});
