import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BillLine, billCsv, totalsCsv, totalsOf } from '../../model/billing/bill-extract.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import { addDays } from '../../model/date.ts';
import type { BillingSession } from '../../scenario/billing-session.ts';
import { playHistories } from '../../scenario/drawn/play-history.ts';
import type { World } from '../../scenario/world.ts';
import { linesOfInvoice } from './bill-lines.ts';
import { cyclesBegin, cyclesEnd, type LegacyAccount, readLegacy } from './legacy.ts';

/** An account as it stands in the target after the cycles. */
export interface LoadedAccount extends LegacyAccount {
  readonly customerId: string;
  readonly contractStates: readonly string[];
  /** Per meter, over all cycles, as the target holds it. */
  readonly usage: Readonly<Record<string, string>>;
  readonly invoices: readonly Invoice[];
}

export interface Extraction {
  readonly legacy: readonly LegacyAccount[];
  readonly loaded: readonly LoadedAccount[];
  /** What was written to `target-bills.csv`. */
  readonly lines: readonly BillLine[];
}

let extraction: Promise<Extraction> | null = null;

/** Loads, bills and writes once for all checks of the step; the first that asks does the work and ends its world. */
export function extractTarget(world: World): Promise<Extraction> {
  extraction ??= extract(world);
  return extraction;
}

function legacyDir(world: World): string {
  return join(world.configuration.packageDir, 'data', 'legacy');
}

async function extract(world: World): Promise<Extraction> {
  const legacy = await readLegacy(legacyDir(world));
  const histories = legacy.map(({ history }) => history);
  const session = await world.target(cyclesBegin);
  const played = await playHistories(session, histories, { key: world.checkId, steps: 'monthly' });
  const loaded: LoadedAccount[] = [];
  for (const account of legacy) {
    const customer = played.get(account.account);
    if (customer === undefined) continue;
    const { customerId, subscriptionIds } = customer;
    loaded.push({
      ...account,
      customerId,
      contractStates: await statesOf(session, [...subscriptionIds.values()]),
      usage: await usageOf(session, account, customerId),
      invoices: await session.invoices(customerId),
    });
  }
  const lines = loaded.flatMap(({ account, invoices }) =>
    invoices
      .filter(({ status }) => status === 'finalised')
      .flatMap((invoice) => linesOfInvoice(account, invoice)),
  );
  await writeExtract(world.configuration.phaseDir, lines);
  return { legacy, loaded, lines };
}

async function statesOf(session: BillingSession, ids: readonly string[]): Promise<readonly string[]> {
  const states: string[] = [];
  for (const id of ids) states.push((await session.subscription(id)).state);
  return states;
}

async function usageOf(
  session: BillingSession,
  { history }: LegacyAccount,
  customerId: string,
): Promise<Record<string, string>> {
  const meters = new Set(history.billing.usage.map(({ meter }) => meter));
  const period = { from: cyclesBegin, to: addDays(cyclesEnd, 1) };
  const usage: Record<string, string> = {};
  for (const meter of meters) usage[meter] = await session.billedUsage(customerId, meter, period);
  return usage;
}

/** Renamed into place, so that a file which is there is whole; the control totals come last. */
async function writeExtract(phaseDir: string, lines: readonly BillLine[]): Promise<void> {
  const files = { 'target-bills.csv': billCsv(lines), 'target-bills-totals.csv': totalsCsv(totalsOf(lines)) };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(phaseDir, `${name}.part`), text);
    await rename(join(phaseDir, `${name}.part`), join(phaseDir, name));
  }
}
