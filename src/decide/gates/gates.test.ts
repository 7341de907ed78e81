import { describe, expect, test } from 'vitest';
import type { DecidedCheck, DecidedStatus } from '../../model/deciding/decided-run.ts';
import type { JournalRecord } from '../../model/observing/record.ts';
import { runParts } from '../run-parts.ts';
import { cleanRecords, linesOf, plannedCheck, smallPlan } from '../small-run.fixture.ts';
import { writesIn } from '../writes.ts';
import { gates } from './index.ts';

/** One fitting limit per criterion; a new criterion without one fails here. */
const limits: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'canary-discriminates': {},
  'capabilities-present': {},
  'interfaces-declared': { allowed: ['real'] },
  'load-offered': { secondsMin: 1, doneMin: { 'usage.ingest': 1 } },
  'phase-passes': { phase: 'unit', passedMin: 1 },
  'release-identity': { unknownMax: 0 },
  'suites-proven': { defectsMin: 1, missedMax: 0 },
  'topic-passes': { topics: ['tax'], passedMin: 1 },
  'writes-settled': {},
  'wrong-money': { direction: 'overcharged', comparedMin: 1 },
};

describe('that load was offered', () => {
  const gate = gates.find(({ name }) => name === 'load-offered');
  const check = (id: string, figures: readonly (readonly [string, string])[]) =>
    ({
      check: plannedCheck(id),
      measurements: figures.map(([name, value]) => ({ name, value, unit: '' })),
    }) as unknown as DecidedCheck;

  test('adds up the loads of a run, counts one that was begun anew once, and asks the longest how long it was', () => {
    const checks = [
      check('performance-1', [
        ['load.seconds', '12.5'],
        ['invoice.read.done', '7'],
        ['invoice.read.done', '100'],
      ]),
      check('performance-2', [
        ['load.seconds', '6'],
        ['invoice.read.done', '30'],
      ]),
    ];
    const facts = { plan: smallPlan(), phases: [], money: [], records: [], writes: [], parts: runParts([]) };
    const judged = (limit: object) => gate?.judge({ ...facts, checks }, limit as never);
    expect(judged({ secondsMin: 12, doneMin: { 'invoice.read': 130 } })).toMatchObject({
      result: 'met',
      observed: '12.5 s; invoice.read 130 done',
    });
    expect(judged({ secondsMin: 12, doneMin: { 'invoice.read': 131 } })).toMatchObject({
      result: 'unproven',
    });
    expect(judged({ secondsMin: 13, doneMin: { 'invoice.read': 1 } })).toMatchObject({ result: 'unproven' });
  });
});

describe('that suites are proven', () => {
  const gate = gates.find(({ name }) => name === 'suites-proven');
  const proof = { digest: 'd', defects: 100, caught: 98, missed: 2, finishedAt: '2026-01-01T00:00:00.000Z' };
  const judged = (limit: Readonly<Record<string, unknown>>) => {
    const plan = { ...smallPlan(), proof };
    const facts = { plan, phases: [], checks: [], money: [], records: [], writes: [], parts: runParts([]) };
    return gate?.judge(facts, limit);
  };

  test.each([
    ['met', { defectsMin: 100, missedMax: 2 }],
    ['missed', { defectsMin: 100, missedMax: 1 }],
    ['unproven', { defectsMin: 101, missedMax: 2 }],
  ] as const)('is %s with %j', (result, limit) => {
    expect(judged(limit)).toMatchObject({ result, evidence: ['reports/proofs/d'] });
  });
});

describe('every criterion', () => {
  test.each(gates.map((gate) => [gate.name, gate] as const))(
    '%s without any evidence is unproven',
    (name, gate) => {
      const facts = {
        plan: smallPlan(),
        phases: [],
        checks: [],
        money: [],
        records: [],
        writes: [],
        parts: runParts([]),
      };
      const finding = gate.judge(facts, limits[name] ?? { missing: true });
      expect(finding.result).toBe('unproven');
      expect(finding.reason).not.toBe('');
      expect(finding.observed).not.toBe('');
    },
  );

  test.each(gates.map((gate) => [gate.name, gate] as const))(
    '%s refuses a limit it does not know',
    (name, gate) => {
      expect(gate.limit.safeParse({ ...limits[name], limt: 1 }).success).toBe(false);
    },
  );
});

test('left-overs that nobody could look for are unproven, however many a policy allows', () => {
  const found = (cleanup: JournalRecord) => {
    const records = cleanRecords.map((record) => (record.kind === 'cleanup' ? cleanup : record));
    const parts = runParts(linesOf(records));
    const nothing = { plan: smallPlan(), phases: [], checks: [], money: [] };
    const facts = { ...nothing, records, writes: writesIn(records), parts };
    const settled = gates.find(({ name }) => name === 'writes-settled');
    return settled?.judge(facts, { leftoversMax: 2 }).result;
  };
  const leftovers = ['unknown: the target could not be asked'];
  expect(found({ kind: 'cleanup', leftovers, detail: 'silent', wasAsked: false })).toBe('unproven');
  expect(found({ kind: 'cleanup', leftovers: [], detail: 'silent', wasAsked: false })).toBe('unproven');
  expect(found({ kind: 'cleanup', leftovers: ['tenant 1'], detail: 'one' })).toBe('met');
});

test.each(['not-run', 'broken'] as const)(
  'no wrong amount was found is unproven while a check that would compare one is %s',
  (status) => {
    const judged = (...statuses: readonly DecidedStatus[]) => {
      const checks = statuses.map(
        (one, index) => ({ check: plannedCheck(`unit-${index}`), status: one }) as DecidedCheck,
      );
      const facts = { plan: smallPlan(), phases: [], money: [], records: [], writes: [], parts: [] };
      const wrongMoney = gates.find(({ name }) => name === 'wrong-money');
      return wrongMoney?.judge({ ...facts, checks }, limits['wrong-money'] ?? {}).result;
    };
    expect(judged('passed', status)).toBe('unproven');
    expect(judged('passed', 'excluded')).toBe('met');
  },
);
