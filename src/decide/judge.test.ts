import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import { judge, retestOf, verdictWord } from './judge.ts';
import {
  cleanRecords,
  difference,
  failed,
  linesOf,
  passed,
  plannedCheck,
  report,
  smallChecks,
  smallPlan,
  stepFinished,
} from './small-run.fixture.ts';

function decide(records: readonly JournalRecord[], over: Partial<RunPlan> = {}) {
  const plan = smallPlan(over);
  return judge({
    plan,
    planDigest: 'digest',
    lines: linesOf(records),
    journalHead: 'head',
    policy: plan.policy,
    asOf: null,
  });
}

/** The clean records with one replaced. */
function replaced(at: (record: JournalRecord) => boolean, ...by: readonly JournalRecord[]): JournalRecord[] {
  return cleanRecords.flatMap((record) => (at(record) ? by : [record]));
}

const isResultOf = (id: string) => (record: JournalRecord) =>
  record.kind === 'check-finished' && record.checkId === id;
const isEndOfUnit = (record: JournalRecord) => record.kind === 'step-finished' && record.phase === 'unit';

describe('a clean run', () => {
  test('is GO with exit code 0 and every gate met', () => {
    const { verdict } = decide(cleanRecords);
    expect(verdict.verdict).toBe('GO');
    expect(verdict.exitCode).toBe(0);
    expect(verdict.gates.map((gate) => gate.result)).toEqual(verdict.gates.map(() => 'met'));
    expect(verdict.reasons).toEqual([]);
  });

  test('is judged as of its own end, whatever the clock says', () => {
    expect(decide(cleanRecords).verdict.asOf).toBe('2026-11-22T10:00:16.000Z');
  });
});

describe('what costs evidence is INCOMPLETE, by name', () => {
  const cases: readonly (readonly [string, readonly JournalRecord[], RegExp])[] = [
    ['nothing was recorded', [], /did not come to its end/],
    [
      'a planned check has no result',
      cleanRecords.filter((r) => !isResultOf('unit-2')(r)),
      /1 of 2 planned checks have no result: unit-2/,
    ],
    [
      'a tool was killed',
      replaced(isEndOfUnit, stepFinished({ exitCode: null, signal: 'SIGKILL' })),
      /ended by signal SIGKILL/,
    ],
    [
      'a tool ended with a code that its records do not imply',
      replaced(isEndOfUnit, stepFinished({ exitCode: 1 })),
      /exit code 1, but its records .* imply 0/,
    ],
    ['a deadline passed', replaced(isEndOfUnit, stepFinished({ timedOut: true })), /stopped at its deadline/],
    [
      'a report is missing',
      replaced(isEndOfUnit, stepFinished({ report: { kind: 'missing', path: 'vitest.json' } })),
      /left no report/,
    ],
    [
      'a report is torn',
      replaced(isEndOfUnit, stepFinished({ report: { kind: 'unreadable', path: 'x', reason: 'cut' } })),
      /cannot be read: cut/,
    ],
    [
      'a report disagrees',
      replaced(
        isEndOfUnit,
        stepFinished({
          report: report([
            ['unit-1', 'passed'],
            ['unit-2', 'failed'],
          ]),
        }),
      ),
      /unit-2 was recorded as passed, but the tool's report says failed/,
    ],
    [
      'a report does not name a check',
      replaced(isEndOfUnit, stepFinished({ report: report([['unit-1', 'passed']]) })),
      /unit-2 .* says nothing/,
    ],
    [
      'a report holds an unplanned check',
      replaced(
        isEndOfUnit,
        stepFinished({
          report: report([
            ['unit-1', 'passed'],
            ['unit-2', 'passed'],
            ['unit-9', 'passed'],
          ]),
        }),
      ),
      /unit-9, which was not planned/,
    ],
    [
      'an amount is wrong in a check that nobody planned',
      [...cleanRecords.slice(0, -1), difference('unit-9'), ...cleanRecords.slice(-1)],
      /wrong amount of unit-9, which was not planned/,
    ],
    [
      'a check has two results',
      replaced(isResultOf('unit-2'), passed('unit-2'), passed('unit-2')),
      /more than one result of unit-2/,
    ],
    ['a step never began', replaced(isEndOfUnit), /did not come to its end/],
    ['the run was cut off', cleanRecords.slice(0, -1), /did not come to its end/],
    [
      'a write was never settled',
      cleanRecords.filter((r) => r.kind !== 'outcome'),
      /Nobody knows whether it happened/,
    ],
    ['nobody asked the canary', cleanRecords.filter((r) => r.kind !== 'canary'), /not asked/],
  ];

  test.each(cases)('%s', (_what, records, reason) => {
    const { verdict } = decide(records);
    expect(verdict.verdict).toBe('INCOMPLETE');
    expect(verdict.exitCode).toBe(2);
    expect(verdict.reasons.map((one) => one.text).join('\n')).toMatch(reason);
  });

  test('a phase that listed no check', () => {
    const { verdict } = decide(replaced(isResultOf('performance-1')), {
      checks: smallChecks.filter((check) => check.phase === 'unit'),
    });
    expect(verdict.verdict).toBe('INCOMPLETE');
    expect(verdict.reasons[0]?.text).toMatch(/performance: no check to run/);
  });

  test('a phase whose checks could not be listed', () => {
    const phases = smallPlan().phases.map((phase) => ({
      ...phase,
      fault: { message: 'x.suite.ts: found no such suite.', hint: 'Mend it.' },
    }));
    expect(decide(cleanRecords, { phases }).verdict.verdict).toBe('INCOMPLETE');
  });
});

describe('wrong money', () => {
  const overcharged = replaced(isResultOf('unit-2'), difference('unit-2'), failed('unit-2')).flatMap(
    (record) =>
      isEndOfUnit(record)
        ? [
            stepFinished({
              exitCode: 1,
              report: report([
                ['unit-1', 'passed'],
                ['unit-2', 'failed'],
              ]),
            }),
          ]
        : [record],
  );

  test('is NO-GO, and the reason names amount, customer and check', () => {
    const { verdict } = decide(overcharged);
    expect(verdict.verdict).toBe('NO-GO');
    expect(verdict.exitCode).toBe(1);
    expect(verdict.reasons[0]?.text).toBe(
      '1 customer OVERCHARGED by EUR 2.50 on 1 invoice. Acme: invoice total EUR 12.50 instead of 10.00 (check unit-2, "check unit-2").',
    );
    expect(verdict.gates.find((gate) => gate.id === 'over')?.result).toBe('missed');
    expect(verdict.gates.find((gate) => gate.id === 'under')?.result).toBe('met');
  });

  test('is not netted: over and under stand apart, each told by an amount of its own', () => {
    const both = overcharged.flatMap((record) =>
      record.kind === 'difference'
        ? [record, difference('unit-2', { invoice: 'INV-2', actual: '7.50' })]
        : [record],
    );
    const { money, reasons } = decide(both).verdict;
    expect(money.map(({ direction, amount }) => [direction, amount])).toEqual([
      ['overcharged', '2.50'],
      ['undercharged', '2.50'],
    ]);
    expect(reasons[0]?.text).toMatch(/OVERCHARGED by .* EUR 12\.50 instead of 10\.00/);
    expect(reasons[1]?.text).toMatch(/UNDERCHARGED by .* EUR 7\.50 instead of 10\.00/);
  });

  test('counts once when it shows in several measures of one invoice', () => {
    const twice = overcharged.flatMap((record) =>
      record.kind === 'difference' ? [record, difference('unit-2', { measure: 'balance due' })] : [record],
    );
    expect(decide(twice).verdict.money[0]?.amount).toBe('2.50');
  });

  test('stays NO-GO when evidence is missing besides: both facts are told', () => {
    const { verdict } = decide(overcharged.filter((record) => !isResultOf('performance-1')(record)));
    expect(verdict.verdict).toBe('NO-GO');
    expect(verdict.reasons.some((reason) => /no result: performance-1/.test(reason.text))).toBe(true);
  });

  test('is what a retest runs again', () => {
    expect(retestOf(decide(overcharged).checks)).toEqual(['unit-2']);
  });
});

describe('a check that the target cannot run', () => {
  test('is not run, never passed, and is told', () => {
    const without = plannedCheck('unit-3', {
      disposition: { kind: 'excluded', by: 'capability', reason: 'the target lacks tax' },
    });
    const { verdict } = decide(cleanRecords, { checks: [...smallChecks, without] });
    const unit = verdict.phases.find((phase) => phase.name === 'unit');
    expect(unit).toMatchObject({ planned: 3, passed: 2, notRun: 1, state: 'complete' });
    expect(verdict.notTested).toEqual([
      'unit: excluded by capability: the target lacks tax (1 check not run)',
    ]);
  });
});

describe('the algebra of the verdict', () => {
  const rank = { 'NO-GO': 0, INCOMPLETE: 1, 'CONDITIONAL GO': 2, GO: 3 } as const;
  const gateResult = fc
    .constantFrom('met', 'missed', 'unproven', 'waived')
    .map((result) => ({ result }) as const);

  test('does not depend on the order of gates', () => {
    fc.assert(
      fc.property(fc.array(gateResult), fc.array(fc.string(), { maxLength: 1 }), (gates, faults) => {
        expect(verdictWord([...gates].reverse(), faults)).toBe(verdictWord(gates, faults));
      }),
    );
  });

  test('another gate never makes it better, unless there was none', () => {
    fc.assert(
      fc.property(fc.array(gateResult, { minLength: 1 }), gateResult, (gates, more) => {
        expect(rank[verdictWord([...gates, more], [])]).toBeLessThanOrEqual(rank[verdictWord(gates, [])]);
      }),
    );
  });

  test('no gates at all are not a GO', () => {
    expect(verdictWord([], [])).toBe('INCOMPLETE');
  });

  test('taking records away never turns a blocking verdict into another, nor makes a GO', () => {
    fc.assert(
      fc.property(fc.subarray([...cleanRecords], { maxLength: cleanRecords.length - 1 }), (records) => {
        const harmless = new Set([
          'run-started',
          'phase-started',
          'phase-finished',
          'step-started',
          'intent',
          'outcome',
        ]);
        const lost = cleanRecords.filter((record) => !records.includes(record));
        const { verdict } = decide(records).verdict;
        if (lost.some((record) => !harmless.has(record.kind))) expect(verdict).toBe('INCOMPLETE');
        else expect(['GO', 'INCOMPLETE']).toContain(verdict);
      }),
    );
  });

  test('the same inputs give the same verdict', () => {
    expect(JSON.stringify(decide(cleanRecords))).toBe(JSON.stringify(decide(cleanRecords)));
  });
});
