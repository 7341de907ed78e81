import type { Invoice } from '../../model/billing/invoice.ts';
import { loadOperations } from '../../scenario/billing-session.ts';
import type { World } from '../../scenario/world.ts';
import { type LoadOutcomes, readLoadOutcomes, type SentUsage, usageByCustomer } from './load-outcomes.ts';
import { firstPeriod, loadMeter, readSeeded } from './population.ts';

/** One customer after the load, when everything due had been billed. */
export interface SettledCustomer extends SentUsage {
  readonly number: number;
  /** What the target held to be used before it billed. */
  readonly counted: string;
  readonly invoices: readonly Invoice[];
}

export interface SettledLoad {
  readonly outcomes: LoadOutcomes;
  readonly customers: readonly SettledCustomer[];
  /** Requests of the load by the target's own log, by operation; empty where it keeps none. */
  readonly logged: Readonly<Record<string, number>>;
}

/** How long what the target answers may keep changing after the load. */
const settleMs = 10_000;
const pauseMs = 100;

let settled: Promise<SettledLoad> | null = null;

/**
 * What became of the load, read once for all checks of the step: the first check that asks takes the kept world over, bills
 * the period and ends that world with itself.
 */
export function settledLoad(world: World): Promise<SettledLoad> {
  settled ??= settle(world);
  return settled;
}

async function settle(world: World): Promise<SettledLoad> {
  const seeded = await readSeeded(world.configuration);
  const session = await world.resume(seeded.handle);
  const outcomes = await readLoadOutcomes(world.configuration);
  const logged: Record<string, number> = {};
  if (world.can('request-log')) {
    for (const operation of loadOperations)
      logged[operation] = (await session.requestCount(operation)) - (seeded.requestsBefore[operation] ?? 0);
  }
  const sent = usageByCustomer(outcomes, seeded.customers.length);
  const ids = seeded.customers.map(({ customerId }) => customerId);
  const counted = await stable(() => all(ids, (id) => session.billedUsage(id, loadMeter, firstPeriod)));
  await session.advanceTo(firstPeriod.to);
  const invoices = await stable(() => all(ids, (id) => session.invoices(id)));
  const customers = sent.map((usage, number) => ({
    ...usage,
    number,
    counted: counted[number] ?? '',
    invoices: invoices[number] ?? [],
  }));
  return { outcomes, customers, logged };
}

async function all<T>(ids: readonly string[], read: (id: string) => Promise<T>): Promise<readonly T[]> {
  const answers: T[] = [];
  for (const id of ids) answers.push(await read(id));
  return answers;
}

/** The same answer twice in a row: a target that still works on its queues does not give it. */
async function stable<T>(read: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + settleMs;
  let before = await read();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const now = await read();
    if (textOf(now) === textOf(before) || Date.now() > deadline) return now;
    before = now;
  }
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}` : part));
}
