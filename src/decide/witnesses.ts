import { shortTitle } from '../model/observing/check.ts';
import { answersTogether } from './answers-together.ts';
import { type AttemptTestimony, hearAttempt } from './attempt-witnesses.ts';
import type { StepAttempt } from './attempts.ts';
import { causeByEvidence, withWrongAmount } from './causes.ts';
import type { CheckTestimony, StepCase } from './testimony.ts';

/** What the four witnesses of one step say together: plan, records, exit code, the tool's own report. */
export interface StepTestimony {
  readonly results: ReadonlyMap<string, CheckTestimony>;
  /** Why the step proves less than it planned; empty when all four agree. */
  readonly faults: readonly string[];
}

/** Compares the witnesses of one step over all its attempts. A step without a check to run has nothing to say. */
export function hearStep(step: StepCase): StepTestimony {
  const name = `${step.phase}, step ${step.step} (${step.tool})`;
  const mine = step.attempts.filter((one) => one.phase === step.phase && one.step === step.step);
  if (mine.length === 0)
    return {
      results: new Map(),
      faults: [`${name}: it did not begin; ${step.planned.length} checks have no result.`],
    };
  const heard = mine.map((attempt) => hearAttempt({ step, name, attempt }));
  const results = resultsOver(step, heard);
  const faults = heard.flatMap((testimony, index) => [
    ...testimony.contradictions,
    ...(isMadeGood(mine, index) ? [] : testimony.losses),
  ]);
  return { results, faults: [...faults, ...missing(step, results, name)] };
}

/**
 * What an attempt lost is made good when its machine took the run up after it and ran the step again. One that has all its
 * results and no end is none the better for that the run went on: nobody saw how its tool ended.
 */
function isMadeGood(attempts: readonly StepAttempt[], index: number): boolean {
  const attempt = attempts[index];
  if (attempt === undefined || !attempt.wasTakenUp) return false;
  return attempts.slice(index + 1).some(({ part }) => part === attempt.part);
}

function resultsOver(step: StepCase, heard: readonly AttemptTestimony[]): Map<string, CheckTestimony> {
  const results = new Map<string, CheckTestimony>();
  for (const [id, told] of heard.flatMap((attempt) => [...attempt.results])) {
    const before = results.get(id);
    const result = withItsCause(step, id, told);
    results.set(id, before === undefined ? result : answersTogether(before, result));
  }
  for (const [id, result] of results) if (step.wrongMoney.has(id)) results.set(id, withWrongAmount(result));
  return results;
}

/** An outage explains no wrong amount. */
function withItsCause(step: StepCase, id: string, told: CheckTestimony): CheckTestimony {
  return step.wrongMoney.has(id) ? told : causeByEvidence(told, step.probes[told.part] ?? []);
}

function missing(step: StepCase, results: StepTestimony['results'], name: string): string[] {
  const without = step.planned.filter((check) => !results.has(check.id));
  if (without.length === 0) return [];
  const shown = without.slice(0, 5).map((check) => `${check.id} (${shortTitle(check)})`);
  const more = without.length > shown.length ? ` and ${without.length - shown.length} more` : '';
  return [
    `${name}: ${without.length} of ${step.planned.length} planned checks have no result: ${shown.join(', ')}${more}.`,
  ];
}
