import type { Invoice } from '../../model/billing/invoice.ts';
import { ambientScenario } from '../ambient.ts';
import { expectBilling, expectSound, totalsAgree } from '../billing-agreement.ts';
import type { World } from '../world.ts';
import type { CustomerHistory } from './customer-history.ts';
import { exampleOf } from './example-of-history.ts';

/**
 * Holds what was billed to drawn customers against the oracle. The first who was billed wrongly is made as small as he can
 * be and told as a scenario, which finance can read and keep.
 */
export async function expectDrawn(
  world: World,
  histories: readonly CustomerHistory[],
  billed: ReadonlyMap<string, { readonly invoices: readonly Invoice[] }>,
): Promise<void> {
  for (const history of histories) {
    const invoices = billed.get(history.name)?.invoices ?? [];
    expectBilling(world, history, invoices);
    for (const invoice of invoices) expectSound(world, `${history.name} (seed ${world.seed})`, invoice);
  }
  // Where one process judges many targets, it counts whether each is caught, and nobody reads the example.
  if (ambientScenario() !== null) return;
  const wrong = histories.find(
    (history) => !totalsAgree(world, history, billed.get(history.name)?.invoices ?? []),
  );
  if (wrong === undefined) return;
  world.expectThat(false, `The same as a scenario, as short as it gets:\n${await exampleOf(world, wrong)}`);
}
