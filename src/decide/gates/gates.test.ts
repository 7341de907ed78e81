import { describe, expect, test } from 'vitest';
import { runParts } from '../run-parts.ts';
import { smallPlan } from '../small-run.fixture.ts';
import { gates } from './index.ts';

/** One fitting limit per criterion; a new criterion without one fails here. */
const limits: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'canary-discriminates': {},
  'capabilities-present': {},
  'interfaces-declared': { allowed: ['real'] },
  'load-offered': { secondsMin: 1, doneMin: { 'usage.ingest': 1 } },
  'phase-passes': { phase: 'unit', passedMin: 1 },
  'release-identity': { unknownMax: 0 },
  'topic-passes': { topics: ['tax'], passedMin: 1 },
  'writes-settled': {},
  'wrong-money': { direction: 'overcharged', comparedMin: 1 },
};

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
