import { type BillingSession, loadOperations } from '../../scenario/billing-session.ts';
import type { ScenarioConfiguration } from '../../scenario/configuration.ts';
import { writePhaseFile } from './phase-file.ts';
import { firstPeriod, loadDay, loadInstant, loadMeter, type Seeded } from './population.ts';

/** Writes down the load as data: what to send, for whom, how often and within which time. */
export async function writeLoadFile(
  { phaseDir, runId, part, load }: ScenarioConfiguration,
  session: BillingSession,
  customers: Seeded['customers'],
): Promise<void> {
  const recipes = await Promise.all(loadOperations.map((operation) => session.loadRecipe(operation)));
  const rows = customers.map(({ customerId, subscriptionId, invoiceId }, number) => ({
    customerId,
    subscriptionId,
    invoiceId,
    meter: loadMeter,
    at: loadInstant,
    usageDay: loadDay(number),
    date: firstPeriod.from,
  }));
  const { seconds, ratesPerSecond: rates, limitsMs } = load;
  const file = { runId: loadId({ runId, part }), seconds, recipes, rows, rates, limitsMs };
  await writePhaseFile(phaseDir, 'load.json', file);
}

/** A load that is begun anew sends requests of its own: none may look like one that was sent before. */
export function loadId({ runId, part }: Pick<ScenarioConfiguration, 'runId' | 'part'>): string {
  return part > 1 ? `${runId}-part-${part}` : runId;
}
