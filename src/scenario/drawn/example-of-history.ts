import { billHistories } from '../billed-history.ts';
import { totalsAgree } from '../billing-agreement.ts';
import type { World } from '../world.ts';
import type { CustomerHistory } from './customer-history.ts';
import { historyAsGherkin } from './history-as-gherkin.ts';
import { shrunkHistory } from './shrunk-history.ts';

/** Enough for dozens of drops of which half can stay away; each is a whole life played anew. */
const playsMax = 150;

/** Nobody waits for a smaller example longer than this. */
const usualPatienceMs = 15_000;

/** A history that the target bills wrongly, made as small as it can be and told as a scenario. */
export async function exampleOf(
  world: World,
  history: CustomerHistory,
  patienceMs = usualPatienceMs,
): Promise<string> {
  const until = performance.now() + patienceMs;
  const isWrong = async (smaller: CustomerHistory) => {
    if (performance.now() > until) return false;
    try {
      const billed = await billHistories(world, [smaller]);
      return !totalsAgree(world, smaller, billed.get(smaller.name)?.invoices ?? []);
    } catch {
      // A target that refuses the shorter life says nothing about its bills.
      return false;
    }
  };
  return historyAsGherkin(await shrunkHistory(history, isWrong, { playsMax }), world.profile);
}
