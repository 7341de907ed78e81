import type { ScenarioContext } from '../../scenario/ambient.ts';
import { censusOf } from '../../scenario/drawn/census.ts';
import type { Played } from '../../scenario/drawn/played.ts';
import type { ExploredSeed, PlayedCheck } from '../messages.ts';
import type { LoadedCheck } from './loaded-check.ts';
import { playCheck } from './play-check.ts';

/** Plays the checks with one seed, and counts what they put to the target. */
export async function exploreSeed(
  checks: readonly LoadedCheck[],
  contextOf: (check: LoadedCheck) => Omit<ScenarioContext, 'channel'>,
  seed: number,
): Promise<ExploredSeed> {
  const told: Played[] = [];
  const notPassed: PlayedCheck[] = [];
  for (const check of checks) {
    const context = { ...contextOf(check), onPlayed: (played: Played) => told.push(played) };
    const { isLate: _, ...outcome } = await playCheck(check, context);
    if (outcome.kind !== 'passed') notPassed.push(outcome);
  }
  const { digest, counts } = censusOf(told);
  return { seed, notPassed, counts, digest };
}
