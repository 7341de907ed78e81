import { z } from 'zod';
import { gate } from '../gate.ts';

/** Of every write it is known whether it happened, and nothing that the run made is left in the target. */
export const writesSettled = gate({
  name: 'writes-settled',
  limit: z.strictObject({
    unknownMax: z.number().int().min(0).default(0),
    leftoversMax: z.number().int().min(0).default(0),
  }),
  judge: (facts, { unknownMax, leftoversMax }) => {
    const limit = `at most ${unknownMax} writes of unknown outcome, ${leftoversMax} left-overs`;
    const intents = facts.records.filter((record) => record.kind === 'intent');
    const outcomes = new Map(
      facts.records
        .filter((record) => record.kind === 'outcome')
        .map((record) => [record.intentId, record.outcome]),
    );
    const unknown = intents.filter((intent) => (outcomes.get(intent.intentId) ?? 'unknown') === 'unknown');
    const cleanup = facts.records.find((record) => record.kind === 'cleanup');
    const observed = `${intents.length} writes, ${unknown.length} of unknown outcome, ${cleanup?.leftovers.length ?? 'unknown'} left-overs`;
    if (intents.length === 0)
      return {
        result: 'unproven',
        observed,
        limit,
        reason: 'Nothing was written to the target.',
        evidence: [],
      };
    if (unknown.length > unknownMax) {
      const first = unknown[0];
      return {
        result: 'unproven',
        observed,
        limit,
        reason: `Nobody knows whether it happened: ${first?.operation} (${first?.request}).`,
        evidence: unknown.map((intent) => intent.checkId),
      };
    }
    if (cleanup === undefined)
      return { result: 'unproven', observed, limit, reason: 'The cleanup did not report.', evidence: [] };
    if (cleanup.leftovers.length > leftoversMax) {
      return {
        result: 'missed',
        observed,
        limit,
        reason: `Left in the target: ${cleanup.leftovers.slice(0, 3).join(', ')}.`,
        evidence: [],
      };
    }
    return {
      result: 'met',
      observed,
      limit,
      reason: 'Every write is settled and what the run made is gone.',
      evidence: [],
    };
  },
});
