import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BillingSession, loadOperations } from '../../scenario/billing-session.ts';
import type { ScenarioConfiguration } from '../../scenario/configuration.ts';
import { firstPeriod, loadInstant, loadMeter, type Seeded } from './population.ts';

/** Writes down the load as data: what to send, for whom, how often and within which time. */
export async function writeLoadFile(
  { phaseDir, runId, part, load }: ScenarioConfiguration,
  session: BillingSession,
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
  // A load that is begun anew sends requests of its own: none may look like one that was sent before.
  const loadId = part > 1 ? `${runId}-part-${part}` : runId;
  const file = { runId: loadId, seconds, recipes, rows, rates, limitsMs };
  await writeFile(join(phaseDir, 'load.json'), `${JSON.stringify(file)}\n`, { mode: 0o600 });
}
