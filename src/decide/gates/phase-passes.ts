import { z } from 'zod';
import { type PhaseName, phaseNames } from '../../model/observing/phase.ts';
import { type Facts, phaseOf } from '../facts.ts';
import { gate } from '../gate.ts';

/** Every planned check of a phase has one undisputed result, enough of them ran, and not more than allowed failed. */
export const phasePasses = gate({
  name: 'phase-passes',
  limit: z.strictObject({
    phase: z.enum(phaseNames),
    passedMin: z.number().int().min(1),
    failedMax: z.number().int().min(0).default(0),
  }),
  judge: (facts, { phase, passedMin, failedMax }) => {
    const limit = `at least ${passedMin} passed, at most ${failedMax} failed, every planned check with a result`;
    const summary = phaseOf(facts, phase);
    if (summary === undefined || summary.state === 'not-in-scope') {
      return {
        result: 'unproven',
        observed: 'not in the scope of this run',
        limit,
        reason: `The ${phase} phase was not run.`,
        evidence: [],
      };
    }
    const observed = `${summary.passed} passed, ${summary.failed} failed, ${summary.broken} broken, ${summary.notRun} not run of ${summary.planned}`;
    const failed = facts.checks
      .filter(({ check, status }) => check.phase === phase && status === 'failed')
      .map(({ check }) => check.id);
    if (summary.failed > failedMax) {
      return {
        result: 'missed',
        observed,
        limit,
        reason: `${summary.failed} of ${summary.planned} checks failed.`,
        evidence: failed,
      };
    }
    const defective = testDefects(facts, phase);
    if (defective !== null) return { result: 'missed', observed, limit, ...defective };
    if (summary.state === 'incomplete') {
      return {
        result: 'unproven',
        observed,
        limit,
        reason: summary.faults[0] ?? 'The phase is not complete.',
        evidence: [],
      };
    }
    if (summary.passed < passedMin) {
      return {
        result: 'unproven',
        observed,
        limit,
        reason: `Only ${summary.passed} checks passed; fewer than ${passedMin} prove too little.`,
        evidence: [],
      };
    }
    return {
      result: 'met',
      observed,
      limit,
      reason: 'Every planned check that could run has one result that all witnesses agree on.',
      evidence: [],
    };
  },
});

/** A check that is itself wrong covers nothing, and only its author can mend it: that is no gap in the evidence. */
function testDefects(facts: Facts, phase: PhaseName): { reason: string; evidence: string[] } | null {
  const fault = facts.plan.phases.find(({ name }) => name === phase)?.fault;
  if (fault?.cause === 'test-defect')
    return { reason: `What was written for it cannot be run. ${fault.message}`, evidence: [] };
  const broken = facts.checks.filter(
    ({ check, status, cause }) => check.phase === phase && status === 'broken' && cause === 'test-defect',
  );
  if (broken.length === 0) return null;
  return {
    reason: `${broken.length} of its checks are wrong themselves: ${broken[0]?.error?.message.split('\n')[0] ?? ''}`,
    evidence: broken.map(({ check }) => check.id),
  };
}
