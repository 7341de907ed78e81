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
    const { writes } = facts;
    // In an order of their own: merged shards tell the same as one run, whoever came first.
    const unknown = writes
      .filter(({ state }) => state === 'unknown')
      .map(({ intent }) => intent)
      .toSorted((one, other) => (one.checkId < other.checkId ? -1 : Number(one.checkId > other.checkId)));
    const settled = writes.filter(({ state }) => state === 'settled').length;
    const cleanups = facts.parts.map((part) => part.cleanup);
    const leftovers = cleanups.includes(null)
      ? null
      : cleanups.flatMap((cleanup) => cleanup?.leftovers ?? []).toSorted();
    const read = settled === 0 ? '' : `, ${settled} settled by reading`;
    const observed = `${writes.length} writes, ${unknown.length} of unknown outcome${read}, ${leftovers?.length ?? 'unknown'} left-overs`;
    if (writes.length === 0)
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
    const isKnown = leftovers !== null && cleanups.every((one) => one?.wasAsked !== false);
    if (leftovers === null || (!isKnown && leftovers.length <= leftoversMax))
      return { result: 'unproven', observed, limit, reason: 'The cleanup did not report.', evidence: [] };
    if (leftovers.length > leftoversMax) {
      return {
        result: 'missed',
        observed,
        limit,
        reason: `Left in the target: ${leftovers.slice(0, 3).join(', ')}.`,
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
