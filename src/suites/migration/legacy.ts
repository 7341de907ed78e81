import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instant, localDate } from '../../model/date.ts';
import type { MeteredUsage } from '../../oracle/subscription/billing-history.ts';
import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';
import {
  type CustomerHistory,
  customerHistory,
  subscriptionOf,
} from '../../scenario/drawn/customer-history.ts';
import { type PriceBook, readPriceBook } from './price-book.ts';
import { type CsvRow, field, readCsv } from './read-csv.ts';

/** First day of the parallel run: no contract of the old system's extract is older. */
export const cyclesBegin = localDate('2026-01-01');
/** Last day of the third bill cycle. */
export const cyclesEnd = localDate('2026-03-31');

/** One account of the old system: what it is called there, and all that it did. */
export interface LegacyAccount {
  readonly account: string;
  readonly history: CustomerHistory;
}

/** The old system's accounts from its extract. Histories are named by account number, as bills are. */
export async function readLegacy(dir: string): Promise<readonly LegacyAccount[]> {
  const rows = async (name: string) => readCsv(name, await readFile(join(dir, name), 'utf8'));
  const [accounts, subscriptions, usage] = await Promise.all([
    rows('accounts.csv'),
    rows('subscriptions.csv'),
    rows('usage.csv'),
  ]);
  const prices = readPriceBook(await readFile(join(dir, 'price-book.json'), 'utf8'));
  return accounts.map((row) => {
    const account = field(row, 'account');
    const own = (others: readonly CsvRow[]) => others.filter((other) => field(other, 'account') === account);
    return {
      account,
      history: historyOf(row, { prices, subscriptions: own(subscriptions), usage: own(usage) }),
    };
  });
}

function historyOf(
  row: CsvRow,
  own: {
    readonly prices: PriceBook;
    readonly subscriptions: readonly CsvRow[];
    readonly usage: readonly CsvRow[];
  },
): CustomerHistory {
  const country = field(row, 'country');
  const subscriptions = own.subscriptions.map(subscriptionFrom);
  const plans = new Set(
    subscriptions.flatMap(({ plan, changes }) => [plan, ...changes.map((change) => change.plan)]),
  );
  const percent = field(row, 'discount_percent');
  return customerHistory(
    {
      name: field(row, 'account'),
      country,
      currency: field(row, 'currency'),
      timeZone: field(row, 'time_zone'),
    },
    {
      plans: own.prices.plans.filter(({ plan }) => plans.has(plan)),
      subscriptions,
      usage: own.usage.map(usageFrom),
      taxRates: own.prices.taxRates.filter((rate) => rate.country === country),
      discounts: percent === '' ? [] : [{ from: cyclesBegin, percent }],
      until: cyclesEnd,
    },
  );
}

function subscriptionFrom(row: CsvRow): SubscriptionHistory {
  const changedOn = field(row, 'changed_on');
  const cancelledOn = field(row, 'cancelled_on');
  return subscriptionOf(field(row, 'plan'), field(row, 'start'), {
    key: field(row, 'contract'),
    quantity: field(row, 'quantity'),
    billing: field(row, 'billing') === 'calendar' ? 'calendar' : 'anniversary',
    changes: changedOn === '' ? [] : [{ on: localDate(changedOn), plan: field(row, 'changed_to') }],
    cancelledOn: cancelledOn === '' ? null : localDate(cancelledOn),
  });
}

function usageFrom(row: CsvRow): MeteredUsage {
  return {
    id: field(row, 'event'),
    meter: field(row, 'meter'),
    quantity: field(row, 'quantity'),
    at: instant(field(row, 'at')),
  };
}
