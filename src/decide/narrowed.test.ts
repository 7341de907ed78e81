import { describe, expect, test } from 'vitest';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import { judge } from './judge.ts';
import { cleanRecords, linesOf, report, smallChecks, smallPlan } from './small-run.fixture.ts';

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

  const unsettled: JournalRecord = {
    kind: 'intent',
    intentId: 'i9',
    checkId: 'unit-1',
    operation: 'pay',
    request: 'POST /payments',
    idempotencyKey: 'k9',
  };
  test.each<[string, (records: readonly JournalRecord[]) => readonly JournalRecord[], RegExp]>([
    ['a write of which nobody knows', (records) => records.toSpliced(5, 0, unsettled), /Nobody knows/],
    ['no cleanup', (records) => records.filter(({ kind }) => kind !== 'cleanup'), /cleanup did not report/],
    [
      'left-overs',
      (records) => records.map((one) => (one.kind === 'cleanup' ? { ...one, leftovers: ['A-1'] } : one)),
      /Left in the target: A-1/,
    ],
  ])('with %s is not clean', (_name, change, reason) => {
    const { verdict } = decide(change(unitOnly), { scope });
    expect([verdict.scope.result, verdict.exitCode]).toEqual(['not proven', 2]);
    expect(verdict.reasons.map(({ text }) => text).join('\n')).toMatch(reason);
  });

  test('to tags is not clean while a phase could not be listed: nobody knows what of it was asked for', () => {
    const plan = smallPlan();
    const phases = plan.phases.map((phase) =>
      phase.name === 'unit'
        ? phase
        : { ...phase, fault: { code: 'BAD_CONFIGURATION' as const, message: 'No such step.', hint: '' } },
    );
    const checks = smallChecks.filter(({ phase }) => phase === 'unit');
    const { verdict } = decide(unitOnly, { scope: { ...scope, phases: [], tags: '@vat' }, phases, checks });
    expect(verdict.exitCode).toBe(2);
    expect(verdict.reasons.map(({ text }) => text).join('\n')).toMatch(/No such step/);
  });

  test('to checks of which one cannot be run names it', () => {
    const lacks = { kind: 'excluded', by: 'capability', reason: 'the target lacks tax' } as const;
    const checks = smallChecks.map((one) => (one.id === 'unit-2' ? { ...one, disposition: lacks } : one));
    const records = unitOnly
      .filter((one) => one.kind !== 'check-finished' || one.checkId !== 'unit-2')
      .map((one) =>
        one.kind === 'step-finished' ? { ...one, report: report([['unit-1', 'passed']]) } : one,
      );
    const asked = { phases: [], tags: null, checks: ['unit-1', 'unit-2'], failedOf: 'run-0' };
    const { verdict } = decide(records, { scope: asked, checks });
    expect(verdict.exitCode).toBe(2);
    expect(verdict.reasons.map(({ text }) => text).join('\n')).toMatch(/unit-2.*the target lacks tax/);
  });
});
