import { describe, expect, test } from 'vitest';
import type { JournalRecord } from '../model/observing/record.ts';
import { judge } from './judge.ts';
import {
  cleanRecords,
  difference,
  failed,
  linesOf,
  passed,
  report,
  smallPlan,
  stepFinished,
} from './small-run.fixture.ts';

function decide(records: readonly JournalRecord[]) {
  const plan = smallPlan();
  return judge({
    plan,
    planDigest: 'digest',
    lines: linesOf(records),
    journalHead: 'head',
    policy: plan.policy,
    asOf: null,
  });
}

const resumed: JournalRecord = { kind: 'run-resumed', part: 2, torn: false, reaped: [] };
const canary: JournalRecord = { kind: 'canary', result: 'discriminates', detail: 'ok' };

function begun(...checks: string[]): JournalRecord {
  return { kind: 'step-started', phase: 'unit', step: 'suites', tool: 'vitest', toolVersion: '5', checks };
}

/** The clean run up to the first result of unit, then taken up again for the rest. */
function cutAfterFirst(...second: readonly JournalRecord[]): readonly JournalRecord[] {
  const first = cleanRecords.findIndex((one) => one.kind === 'check-finished');
  const loadBegins = cleanRecords.findIndex(
    (one) => one.kind === 'phase-started' && one.phase === 'performance',
  );
  return [
    ...cleanRecords.slice(0, first + 1),
    { kind: 'check-started', checkId: 'unit-2' },
    resumed,
    canary,
    { kind: 'phase-started', phase: 'unit' },
    ...second,
    { kind: 'phase-finished', phase: 'unit' },
    ...cleanRecords.slice(loadBegins),
  ];
}

describe('a run that was cut and taken up again', () => {
  const rest = [begun('unit-2'), passed('unit-2'), stepFinished({ report: report([['unit-2', 'passed']]) })];

  test('has the verdict of an undisturbed one', () => {
    const { verdict } = decide(cutAfterFirst(...rest));
    expect(verdict.reasons).toEqual([]);
    expect([verdict.verdict, verdict.exitCode]).toEqual(['GO', 0]);
    expect(verdict.phases).toMatchObject([{ planned: 2, passed: 2 }, { passed: 1 }]);
  });

  test('is INCOMPLETE when the second part was cut, too', () => {
    const { verdict } = decide([...cutAfterFirst(begun('unit-2')).slice(0, -1)]);
    expect(verdict.verdict).toBe('INCOMPLETE');
  });

  test('is INCOMPLETE when the second part did not run what was left', () => {
    const nothing = [begun(), stepFinished({ report: report([]) })];
    const { verdict } = decide(cutAfterFirst(...nothing));
    expect(verdict.verdict).toBe('INCOMPLETE');
    expect(verdict.reasons.map(({ text }) => text).join()).toMatch(/no result: unit-2/);
  });

  test('a wrong amount of the first part that is right in the second is a finding', () => {
    const both = [begun('unit-1', 'unit-2'), passed('unit-1'), passed('unit-2'), stepFinished({})];
    const records = cutAfterFirst(...both).flatMap((record, index, all) => {
      const isFirst =
        record.kind === 'check-finished' && index === all.findIndex((one) => one.kind === 'check-finished');
      return isFirst ? [difference('unit-1'), failed('unit-1')] : [record];
    });
    const { verdict, checks } = decide(records);
    expect(verdict.verdict).toBe('NO-GO');
    expect(checks.find(({ check }) => check.id === 'unit-1')).toMatchObject({
      status: 'failed',
      cause: 'flaky',
    });
  });
});

describe('a wrong amount that was seen before the cut', () => {
  const rest = [begun('unit-2'), passed('unit-2'), stepFinished({ report: report([['unit-2', 'passed']]) })];
  /** Recorded by the check that was under way, before whatever ended it. */
  const seen = (...after: readonly JournalRecord[]) =>
    cutAfterFirst(...rest).flatMap((record): readonly JournalRecord[] =>
      record.kind === 'check-started' ? [record, difference('unit-2'), ...after] : [record],
    );
  const timedOut: JournalRecord = {
    kind: 'check-finished',
    checkId: 'unit-2',
    status: 'broken',
    cause: 'timed-out',
    durationMs: 1,
    error: null,
  };

  test.each([
    ['the run was cut before the check ended', []],
    ['the check timed out', [timedOut]],
  ])('is a finding, though the check passes later: %s', (_, after) => {
    const { checks, verdict } = decide(seen(...after));
    expect(verdict.verdict).toBe('NO-GO');
    const decided = checks.find(({ check }) => check.id === 'unit-2');
    expect(decided).toMatchObject({ status: 'failed', cause: 'flaky' });
    expect(verdict.phases[0]).toMatchObject({ passed: 1, failed: 1 });
  });
});

describe('a check that failed while nobody answered, in a run that was taken up again', () => {
  const silent: JournalRecord = { kind: 'probe', when: 'now', result: 'silent', detail: 'refused' };
  const answers: JournalRecord = { kind: 'probe', when: 'now', result: 'answers', detail: 'there' };
  const ended = stepFinished({ exitCode: 1, report: report([['unit-2', 'failed']]), wasStopped: true });
  const again = [begun('unit-2'), passed('unit-2'), stepFinished({ report: report([['unit-2', 'passed']]) })];

  const decided = (...first: readonly JournalRecord[]) => {
    const records = cutAfterFirst(...again).flatMap((record) =>
      record.kind === 'check-started' ? [record, ...first, ended] : [record],
    );
    const { checks, verdict } = decide(records);
    return [verdict.verdict, checks.find(({ check }) => check.id === 'unit-2')?.cause];
  };

  test('is not excused by an outage that began after the target had answered twice', () => {
    expect(decided(failed('unit-2'), answers, answers, silent)).toEqual(['NO-GO', 'flaky']);
  });

  test('has the result of the second attempt: the outage is over', () => {
    expect(decided(failed('unit-2'), silent)).toEqual(['GO', null]);
  });

  test('stays a finding when a probe was answered at that time', () => {
    expect(decided(failed('unit-2'), answers)).toEqual(['NO-GO', 'flaky']);
  });

  test('stays a finding when it had seen a wrong amount', () => {
    expect(decided(difference('unit-2'), failed('unit-2'), silent)).toEqual(['NO-GO', 'flaky']);
  });
});

describe('a run that somebody ended and that was taken up again', () => {
  test('has the verdict of an undisturbed one, whatever the stopped tool said last', () => {
    const stopped = stepFinished({ exitCode: 0, report: { kind: 'missing', path: 'x' }, wasStopped: true });
    const rest = [
      begun('unit-2'),
      passed('unit-2'),
      stepFinished({ report: report([['unit-2', 'passed']]) }),
    ];
    const records = cutAfterFirst(...rest).flatMap((record): JournalRecord[] =>
      record.kind === 'run-resumed'
        ? [stopped, { kind: 'run-finished', reason: 'interrupted' }, record]
        : [record],
    );
    expect(decide(records).verdict.reasons).toEqual([]);
    expect(decide(records).verdict.verdict).toBe('GO');
  });
});

describe('what was under way when a tool was killed', () => {
  test('is named as crashed, and the rest has no result', () => {
    const killed = stepFinished({
      exitCode: null,
      signal: 'SIGKILL',
      report: { kind: 'missing', path: 'vitest.json' },
    });
    const records = cleanRecords.flatMap((record): JournalRecord[] => {
      if (record.kind === 'check-finished' && record.checkId === 'unit-2')
        return [{ kind: 'check-started', checkId: 'unit-2' }];
      return record.kind === 'step-finished' && record.phase === 'unit' ? [killed] : [record];
    });
    const { verdict, checks } = decide(records);
    expect(verdict.verdict).toBe('INCOMPLETE');
    expect(checks.find(({ check }) => check.id === 'unit-2')).toMatchObject({
      status: 'broken',
      cause: 'crashed',
    });
  });
});

describe('the cause of a failure', () => {
  const silent: JournalRecord = { kind: 'probe', when: 'now', result: 'silent', detail: 'refused' };
  const answers: JournalRecord = { kind: 'probe', when: 'now', result: 'answers', detail: 'there' };
  const unanswered: JournalRecord = {
    kind: 'check-finished',
    checkId: 'unit-2',
    status: 'broken',
    cause: 'environment',
    durationMs: 1,
    error: { type: 'TARGET_UNREACHABLE', message: 'Nobody answered.', stack: '' },
  };

  function with2(...records: readonly JournalRecord[]) {
    const all = cleanRecords.flatMap((record): readonly JournalRecord[] => {
      if (record.kind === 'check-finished' && record.checkId === 'unit-2') return records;
      if (record.kind !== 'step-finished' || record.phase !== 'unit') return [record];
      const told = report([
        ['unit-1', 'passed'],
        ['unit-2', 'failed'],
      ]);
      return [stepFinished({ exitCode: 1, report: told })];
    });
    const { verdict, checks } = decide(all);
    return [verdict.verdict, checks.find(({ check }) => check.id === 'unit-2')?.cause];
  }

  test.each<readonly [string, readonly JournalRecord[], readonly string[]]>([
    ['a wrong answer', [failed('unit-2'), answers], ['NO-GO', 'product']],
    ['a wrong answer while nobody answers', [failed('unit-2'), silent], ['INCOMPLETE', 'environment']],
    [
      'a wrong amount that was seen before the outage',
      [difference('unit-2'), failed('unit-2'), silent],
      ['NO-GO', 'product'],
    ],
    ['no answer in an outage', [unanswered, silent], ['INCOMPLETE', 'environment']],
    ['no answer though the target is there', [unanswered, answers], ['NO-GO', 'product']],
    ['no answer, and no probe that tells', [unanswered], ['INCOMPLETE', 'environment']],
    ['an outage that was over before', [silent, failed('unit-2'), answers], ['NO-GO', 'product']],
  ])('%s', (_, records, decided) => {
    expect(with2(...records)).toEqual(decided);
  });
});

describe('what was once wrong stays wrong', () => {
  const rest = [begun('unit-2'), passed('unit-2'), stepFinished({ report: report([['unit-2', 'passed']]) })];

  test('at the canary, also when the run is taken up again and the amount is right then', () => {
    const records = cutAfterFirst(...rest).map((one, index) =>
      one.kind === 'canary' && index < 3 ? { ...one, result: 'wrong' as const, detail: 'EUR 7.00' } : one,
    );
    expect(decide(records).verdict.verdict).toBe('NO-GO');
  });

  test('in two results of one attempt, whichever came last', () => {
    const first = cleanRecords.findIndex((one) => one.kind === 'check-finished');
    const { verdict, checks } = decide(cleanRecords.toSpliced(first, 0, failed('unit-1')));
    expect(verdict.verdict).toBe('NO-GO');
    expect(checks.find(({ check }) => check.id === 'unit-1')).toMatchObject({
      status: 'failed',
      cause: 'flaky',
    });
  });

  test("in the tool's own report, which names a check twice or fails what nobody recorded", () => {
    const twice = report([
      ['unit-1', 'failed'],
      ['unit-1', 'passed'],
      ['unit-2', 'passed'],
    ]);
    const doubled = cleanRecords.map((one) =>
      one.kind === 'step-finished' && one.phase === 'unit' ? { ...one, report: twice } : one,
    );
    expect(decide(doubled).verdict.verdict).toBe('INCOMPLETE');
    const more = report([
      ['unit-1', 'failed'],
      ['unit-2', 'passed'],
    ]);
    const again = [begun('unit-2'), passed('unit-2'), stepFinished({ report: more })];
    expect(decide(cutAfterFirst(...again)).verdict.verdict).toBe('INCOMPLETE');
  });

  test('outside its step, where no phase would hear it', () => {
    const end = cleanRecords.length - 1;
    const { verdict } = decide(cleanRecords.toSpliced(end, 0, failed('unit-2')));
    expect(verdict.verdict).toBe('INCOMPLETE');
    expect(verdict.reasons.map(({ text }) => text).join('\n')).toMatch(/unit-2 outside its own step/);
  });

  test('when the parts were run with two versions of a tool, which is told', () => {
    const other = rest.map((one) => (one.kind === 'step-started' ? { ...one, toolVersion: '6' } : one));
    const { verdict } = decide(cutAfterFirst(...other));
    expect(verdict.verdict).toBe('INCOMPLETE');
    expect(verdict.reasons.map(({ text }) => text).join('\n')).toMatch(/versions 5 and 6/);
  });
});
