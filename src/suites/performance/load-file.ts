import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScenarioConfiguration } from '../../scenario/configuration.ts';
import type { LoadOperation } from '../../target/load-recipe.ts';
import type { TargetSession } from '../../target/session.ts';
import { firstPeriod, loadInstant, loadMeter, type Seeded } from './population.ts';

export const loadOperations: readonly LoadOperation[] = ['usage.ingest', 'invoice.read', 'bill.run'];

/** Writes down the load as data: what to send, for whom, how often and within which time. */
export async function writeLoadFile(
  { phaseDir, runId, load }: ScenarioConfiguration,
  session: TargetSession,
  customers: Seeded['customers'],
): Promise<void> {
  const recipes = await Promise.all(loadOperations.map((operation) => session.loadRecipe(operation)));
  const rows = customers.map(({ customerId, invoiceId }) => ({
    customerId,
    invoiceId,
    meter: loadMeter,
    at: loadInstant,
    date: firstPeriod.from,
  }));
  const { seconds, ratesPerSecond: rates, limitsMs } = load;
  const file = { runId, seconds, recipes, rows, rates, limitsMs };
  await writeFile(join(phaseDir, 'load.json'), `${JSON.stringify(file)}\n`, { mode: 0o600 });
}
