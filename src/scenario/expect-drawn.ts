import type { Invoice } from '../model/billing/invoice.ts';
import { formatMoney, sumMoney } from '../model/money.ts';
import { expectedInvoices } from '../oracle/expected-invoices.ts';
import { ambientScenario } from './ambient.ts';
import { billHistories } from './billed-history.ts';
import { expectBilling, expectSound } from './billing-agreement.ts';
import type { CustomerHistory } from './customer-history.ts';
import { historyAsGherkin } from './history-as-gherkin.ts';
import { shrunkHistory } from './shrunk-history.ts';
import type { World } from './world.ts';

/** Enough for a dozen drops of which half can stay away; each is a whole life played anew. */
const playsMax = 40;

/** Nobody waits for a smaller example longer than this. */
const patienceMs = 15_000;

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
    (history) => !isRight(world, history, billed.get(history.name)?.invoices ?? []),
  );
  if (wrong === undefined) return;
  const small = await smallest(world, wrong);
  world.expectThat(
    false,
    `The same as a scenario, as short as it gets:\n${historyAsGherkin(small, world.profile)}`,
  );
}

async function smallest(world: World, history: CustomerHistory): Promise<CustomerHistory> {
  const until = performance.now() + patienceMs;
  const isWrong = async (smaller: CustomerHistory) => {
    if (performance.now() > until) return false;
    try {
      const billed = await billHistories(world, [smaller]);
      return !isRight(world, smaller, billed.get(smaller.name)?.invoices ?? []);
    } catch {
      // A target that refuses the shorter life says nothing about its bills.
      return false;
    }
  };
  return shrunkHistory(history, isWrong, { playsMax });
}

/** Compares days and totals without a word: a difference is reported of the whole history, not of each attempt. */
function isRight(world: World, { billing }: CustomerHistory, invoices: readonly Invoice[]): boolean {
  const finalised = invoices.filter(({ status }) => status === 'finalised');
  const actual = totals(finalised, billing.currency);
  const expected = totals(expectedInvoices(billing, world.profile), billing.currency);
  return actual === expected;
}

function totals(invoices: readonly Pick<Invoice, 'issueDate' | 'total'>[], currency: string): string {
  const byDay = Map.groupBy(invoices, ({ issueDate }) => issueDate);
  const days = [...byDay].map(([day, issued]) => {
    const total = sumMoney(
      issued.map((invoice) => invoice.total),
      currency,
    );
    return `${day} ${formatMoney(total)}`;
  });
  return days.sort().join('\n');
}
