import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { totalsCsv, totalsOf } from '../../model/billing/bill-extract.ts';
import { addDecimals, canonicalDecimal } from '../../model/decimal.ts';
import { type Money, moneyOf, sumMoney } from '../../model/money.ts';
import { expectSound } from '../../scenario/billing-agreement.ts';
import { check } from '../../scenario/check.ts';
import type { World } from '../../scenario/world.ts';
import { type Extraction, extractTarget, type LoadedAccount } from './extraction.ts';
import { cyclesEnd, type LegacyAccount } from './legacy.ts';
import { readCsv } from './read-csv.ts';

const needs = [
  'subscription.calendar',
  'clock',
  'price.flat',
  'price.per-unit',
  'price.graduated',
  'price.versions',
  'subscription.change',
  'subscription.cancel',
  'usage',
  'tax',
  'discount',
] as const;
const options = { topic: 'completeness', needs, tags: ['@migration'], timeoutMs: 120_000 } as const;

function countBy<T>(values: readonly T[], keyOf: (value: T) => string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How a contract of the old system must stand when the cycles are over. */
function expectedStates({ history }: LegacyAccount): readonly string[] {
  return history.billing.subscriptions.map(({ cancelledOn }) =>
    cancelledOn !== null && cancelledOn <= cyclesEnd ? 'cancelled' : 'active',
  );
}

/** Per meter; an event that the old log holds twice happened once. */
function expectedUsage({ history }: LegacyAccount): Readonly<Record<string, string>> {
  const events = new Map(history.billing.usage.map((event) => [event.id, event]));
  const sums: Record<string, string> = {};
  for (const { meter, quantity } of events.values()) sums[meter] = addDecimals(sums[meter] ?? '0', quantity);
  return sums;
}

function canonical(usage: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(usage).map(([meter, quantity]) => [meter, canonicalDecimal(quantity)]),
  );
}

function expectInvoicesSound(world: World, { account, invoices }: LoadedAccount): void {
  for (const invoice of invoices) {
    world.expectEqual(`${account}, state of invoice ${invoice.number}`, 'finalised', invoice.status);
    expectSound(world, account, invoice);
  }
}

/** Net after discount and tax of all invoices together is what the extract's lines come to. */
function expectLinesCarryInvoices(world: World, { loaded, lines }: Extraction, currency: string): void {
  const invoices = loaded
    .flatMap((account) => account.invoices)
    .filter((invoice) => invoice.currency === currency);
  const total = totalsOf(lines).find((one) => one.currency === currency);
  const extracted: Money = moneyOf((total?.net ?? 0n) + (total?.tax ?? 0n), currency);
  world.expectMoney({
    measure: 'total of the extract',
    expected: sumMoney(
      invoices.map((invoice) => invoice.total),
      currency,
    ),
    actual: extracted,
    nature: 'books',
    explanation: `All invoices in ${currency} together must be what the lines of the extract come to.`,
  });
}

describe('The old system’s accounts in the new one', () => {
  check('Every account is there once, in its currency, with its contracts', options, async (world) => {
    const { legacy, loaded } = await extractTarget(world);
    const currencyOf = ({ history }: LegacyAccount) => history.billing.currency;
    world.expectEqual('accounts by currency', countBy(legacy, currencyOf), countBy(loaded, currencyOf));
    world.expectEqual(
      'accounts of their own',
      legacy.length,
      new Set(loaded.map(({ customerId }) => customerId)).size,
    );
    for (const account of loaded)
      world.expectEqual(`${account.account}, contracts`, expectedStates(account), account.contractStates);
    world.expectThat(legacy.length > 0, 'The old system’s extract holds no account.');
  });

  check('All usage is there, and an event that was logged twice is there once', options, async (world) => {
    const { loaded } = await extractTarget(world);
    const metered = loaded.filter(({ history }) => history.billing.usage.length > 0);
    for (const account of metered)
      world.expectEqual(
        `${account.account}, usage`,
        canonical(expectedUsage(account)),
        canonical(account.usage),
      );
    world.expectThat(metered.length > 0, 'The old system’s extract holds no usage.');
  });

  check(
    'Every account is billed in the cycles, and each of its invoices is final and adds up',
    options,
    async (world) => {
      const { loaded } = await extractTarget(world);
      for (const account of loaded) {
        world.expectThat(
          account.invoices.length > 0,
          `${account.account} has no invoice in three bill cycles.`,
        );
        expectInvoicesSound(world, account);
      }
    },
  );

  check(
    'The extract of the new bills is whole: every line of every invoice, with control totals',
    options,
    async (world) => {
      const extraction = await extractTarget(world);
      const { phaseDir } = world.configuration;
      const rows = readCsv('target-bills.csv', await readFile(join(phaseDir, 'target-bills.csv'), 'utf8'));
      const invoices = extraction.loaded.flatMap((account) => account.invoices);
      const wanted = invoices.reduce(
        (count, { lines, discount }) =>
          count +
          lines.filter(({ kind }) => kind !== 'discount').length +
          (discount.amountMinor === 0n ? 0 : 1),
        0,
      );
      world.expectEqual('lines', wanted, rows.length);
      const totals = await readFile(join(phaseDir, 'target-bills-totals.csv'), 'utf8');
      world.expectEqual('control totals', totalsCsv(totalsOf(extraction.lines)), totals);
      for (const { currency } of totalsOf(extraction.lines))
        expectLinesCarryInvoices(world, extraction, currency);
      world.expectThat(rows.length > 0, 'The extract holds no line.');
    },
  );
});
