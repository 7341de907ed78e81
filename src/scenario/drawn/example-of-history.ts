import type { Invoice } from '../../model/billing/invoice.ts';
import { formatMoney, sumMoney } from '../../model/money.ts';
import { expectedInvoices } from '../../oracle/invoicing/expected-invoices.ts';
import { billHistories } from '../billed-history.ts';
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
      return !isRight(world, smaller, billed.get(smaller.name)?.invoices ?? []);
    } catch {
      // A target that refuses the shorter life says nothing about its bills.
      return false;
    }
  };
  return historyAsGherkin(await shrunkHistory(history, isWrong, { playsMax }), world.profile);
}

/** Compares days and totals without a word: a difference is reported of the whole history, not of each attempt. */
export function isRight(
  world: World,
  { billing, comparedLines = 'each' }: CustomerHistory,
  invoices: readonly Pick<Invoice, 'status' | 'issueDate' | 'total'>[],
): boolean {
  // What was charged and given back on one day may stand on an invoice of nothing, or on none.
  const counts = ({ total }: Pick<Invoice, 'total'>) => comparedLines === 'each' || total.amountMinor !== 0n;
  const finalised = invoices.filter(({ status }) => status === 'finalised');
  const actual = totals(finalised, billing.currency).filter(counts);
  const expected = totals(expectedInvoices(billing, world.profile), billing.currency).filter(counts);
  return shown(actual) === shown(expected);
}

interface DayTotal {
  readonly day: string;
  readonly total: Invoice['total'];
}

function totals(
  invoices: readonly Pick<Invoice, 'issueDate' | 'total'>[],
  currency: string,
): readonly DayTotal[] {
  const byDay = Map.groupBy(invoices, ({ issueDate }) => issueDate);
  return [...byDay].map(([day, issued]) => {
    const all = issued.map((invoice) => invoice.total);
    return { day, total: sumMoney(all, currency) };
  });
}

function shown(days: readonly DayTotal[]): string {
  const lines = days.map(({ day, total }) => `${day} ${formatMoney(total)}`);
  return lines.sort().join('\n');
}
