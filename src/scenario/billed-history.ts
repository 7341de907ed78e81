import type { Invoice } from '../model/billing/invoice.ts';
import type { TargetSession } from '../target/session.ts';
import { expectBilling, expectSound } from './billing-agreement.ts';
import { type CustomerHistory, firstDay } from './drawn/customer-history.ts';
import { type PlayedCustomer, type PlayOptions, playHistories } from './drawn/play-history.ts';
import type { World } from './world.ts';

export interface BilledHistory {
  readonly session: TargetSession;
  readonly customer: PlayedCustomer;
  readonly invoices: readonly Invoice[];
}

/** Plays histories in a new world of the target; nothing is expected yet. */
export async function billHistories(
  world: World,
  histories: readonly CustomerHistory[],
  steps: PlayOptions['steps'] = 'jump',
): Promise<ReadonlyMap<string, BilledHistory>> {
  return billHistoriesBesides(world, histories, { steps });
}

/** The same, with something else that is done on its days. */
export async function billHistoriesBesides(
  world: World,
  histories: readonly CustomerHistory[],
  options: Omit<PlayOptions, 'key'>,
): Promise<ReadonlyMap<string, BilledHistory>> {
  const session = await world.target(firstDay(histories));
  const played = await playHistories(session, histories, { key: world.checkId, ...options });
  const billed = new Map<string, BilledHistory>();
  for (const [name, customer] of played)
    billed.set(name, { session, customer, invoices: await session.invoices(customer.customerId) });
  return billed;
}

/** Plays one history and holds every invoice against the oracle and against itself. */
export async function expectHistory(
  world: World,
  history: CustomerHistory,
  steps: PlayOptions['steps'] = 'jump',
): Promise<BilledHistory> {
  const billed = (await billHistories(world, [history], steps)).get(history.name);
  if (billed === undefined) throw new RangeError(`nobody played ${history.name}`);
  expectBilling(world, history, billed.invoices);
  for (const invoice of billed.invoices) expectSound(world, history.name, invoice);
  return billed;
}
