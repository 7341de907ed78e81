import fc from 'fast-check';
import type { Calculation } from '../../model/billing/calculation.ts';
import { canonicalDecimal, isDecimal } from '../../model/decimal.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { CheckTopic } from '../../model/observing/check.ts';
import { answer } from '../../oracle/answer.ts';
import { capabilitiesFor } from '../../scenario/cases/capabilities-for.ts';
import { check } from '../../scenario/check.ts';
import { tellPlayed } from '../../scenario/drawn/told-play.ts';
import type { World } from '../../scenario/world.ts';
import { comparePreview, type Previewer } from './compare-answers.ts';

const usualRuns = 25;

/** One check that puts generated questions to target and oracle, and shrinks the first disagreement to its smallest form. */
export function propertyCheck(
  title: string,
  topic: CheckTopic,
  questions: fc.Arbitrary<readonly Calculation[]>,
): void {
  // What is needed follows from the questions; a sample of them names it, whatever the run's seed.
  const sample = fc.sample(questions, { numRuns: 40, seed: 1 }).flat();
  const needs = [...new Set(sample.flatMap(capabilitiesFor))];
  check(title, { topic, needs, tags: ['@generated'], timeoutMs: 60_000 }, async (world) => {
    const session = await world.target();
    await explore(world, questions, (calculation) => session.preview(calculation));
  });
}

export async function explore(
  world: World,
  questions: fc.Arbitrary<readonly Calculation[]>,
  preview: Previewer,
): Promise<void> {
  const property = fc.asyncProperty(questions, async (asked) => {
    for (const question of asked) if (!(await agrees(world, question, preview))) return false;
    return true;
  });
  const { seed } = world;
  const runs = world.configuration.effort ?? usualRuns;
  const found = await fc.check(property, { seed, numRuns: runs });
  if (!found.failed) {
    world.expectEqual('generated questions on which both agree', runs, found.numRuns);
    return;
  }
  // Nobody answered, or it cannot be asked: that says nothing of the answers.
  if (found.errorInstance instanceof HarnessFault) throw found.errorInstance;
  // Asked once more, the smallest question speaks for itself: as a difference, or as a refusal that is thrown from here.
  const [smallest] = found.counterexample ?? [];
  for (const question of smallest ?? []) await comparePreview(world, question, preview);
  world.expectThat(
    false,
    `Generated question ${found.numRuns} of ${runs} was answered wrongly, and shrunk in ${found.numShrinks} steps to the one above. Seed ${seed}, path ${found.counterexamplePath ?? 'unknown'}.`,
  );
}

async function agrees(world: World, question: Calculation, preview: Previewer): Promise<boolean> {
  tellPlayed({ kind: 'question', question });
  const expected = answer(question, world.profile).answer;
  const actual = await preview(question);
  if (
    actual.kind === 'rating' &&
    expected.kind === 'rating' &&
    (actual.unrounded === null || expected.unrounded === null)
  ) {
    return sameText({ ...expected, unrounded: null }, { ...actual, unrounded: null });
  }
  return sameText(expected, actual);
}

/** Compares by value: "1.50" and "1.5" are one number. */
function sameText(left: object, right: object): boolean {
  return JSON.stringify(left, canonical) === JSON.stringify(right, canonical);
}

function canonical(_key: string, value: unknown): unknown {
  if (typeof value === 'string' && isDecimal(value)) return canonicalDecimal(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
