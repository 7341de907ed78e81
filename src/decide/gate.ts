import type { z } from 'zod';
import type { GateOutcome } from '../model/deciding/verdict.ts';
import type { Facts } from './facts.ts';

/** What a criterion found. `waived` is not for a criterion to say. */
export interface GateFinding {
  readonly result: Exclude<GateOutcome, 'waived'>;
  readonly observed: string;
  readonly limit: string;
  readonly reason: string;
  readonly evidence: readonly string[];
}

/** One release criterion. It is a pure function of facts and its limit, and without evidence it is unproven. */
export interface Gate<Limit> {
  readonly name: string;
  readonly limit: z.ZodType<Limit>;
  judge(facts: Facts, limit: Limit): GateFinding;
}

/** A criterion with its limit's type hidden, for the list of all of them. */
export interface AnyGate {
  readonly name: string;
  readonly limit: z.ZodType<Readonly<Record<string, unknown>>>;
  judge(facts: Facts, limit: Readonly<Record<string, unknown>>): GateFinding;
}

/** Ties a criterion to its schema: whatever limit comes from a policy is parsed again before it is judged by. */
export function gate<Limit extends object>(definition: Gate<Limit>): AnyGate {
  return {
    name: definition.name,
    limit: definition.limit as unknown as AnyGate['limit'],
    judge: (facts, limit) => definition.judge(facts, definition.limit.parse(limit)),
  };
}
