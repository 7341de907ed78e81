import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { Context } from '../engine.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { MissingPrice } from '../rules/catalog/missing-prices.ts';
import { textOf } from './columns.ts';
import type { Store } from './store.ts';

/** Published versions never change, so what was read once is kept; publishing another drops the plan from here. */
const readBefore = new WeakMap<Store, Map<string, readonly PlanVersion[]>>();

/** All versions of the plan, oldest first; empty for a plan that nobody published. */
export function planVersions(context: Context, plan: string): readonly PlanVersion[] {
  const cache = cacheOf(context.store);
  const name = cacheName(context, plan);
  const known = cache.get(name);
  if (known !== undefined) return known;
  const versions = context.store
    .all(
      'SELECT body FROM plan_versions WHERE tenant = ? AND plan = ? ORDER BY effective_from',
      context.tenantId,
      plan,
    )
    // Only `publishVersion` writes the column, from a value of this type.
    .map((row) => JSON.parse(textOf(row, 'body')) as PlanVersion);
  cache.set(name, versions);
  return versions;
}

/** All plans that were ever published, by name. */
export function planNames(context: Context): readonly string[] {
  return context.store
    .all('SELECT DISTINCT plan FROM plan_versions WHERE tenant = ? ORDER BY plan', context.tenantId)
    .map((row) => textOf(row, 'plan'));
}

export function publishVersion(context: Context, version: PlanVersion): void {
  const published = planVersions(context, version.plan);
  const [first] = published;
  if (first !== undefined) refuseOtherShape(first, version);
  const [missing] = context.rules.missingPrices({ published, version });
  if (missing !== undefined) refuseMissing(missing);
  const inserted = context.store.run(
    'INSERT OR IGNORE INTO plan_versions (tenant, plan, effective_from, body) VALUES (?, ?, ?, ?)',
    context.tenantId,
    version.plan,
    version.effectiveFrom,
    JSON.stringify(version),
  );
  if (inserted === 0) {
    throw new Refusal({
      status: 409,
      field: 'effectiveFrom',
      message: `Found a version of ${version.plan} from ${version.effectiveFrom} already; published versions never change.`,
    });
  }
  cacheOf(context.store).delete(cacheName(context, version.plan));
  for (const charge of version.charges) {
    if (charge.kind !== 'usage') continue;
    context.store.run(
      'INSERT OR IGNORE INTO meters (tenant, meter) VALUES (?, ?)',
      context.tenantId,
      charge.meter,
    );
  }
}

export function isMeter(context: Context, meter: string): boolean {
  return (
    context.store.first('SELECT 1 FROM meters WHERE tenant = ? AND meter = ?', context.tenantId, meter) !==
    null
  );
}

function refuseOtherShape(first: PlanVersion, version: PlanVersion): void {
  if (first.currency !== version.currency) {
    refuse(
      'currency',
      `Found ${version.currency}, expected ${first.currency} as in the plan's first version.`,
    );
  }
  if (first.interval.unit !== version.interval.unit || first.interval.count !== version.interval.count) {
    refuse(
      'interval',
      "Found another interval than in the plan's first version; publish it as another plan.",
    );
  }
}

/** Nobody would notice later: a charge without a price stands on no bill. */
function refuseMissing({ charge, currency, effectiveFrom }: MissingPrice): never {
  refuse(
    'otherCurrencies',
    `Found no price of ${charge} in ${currency} from ${effectiveFrom} on, expected one for each charge in each currency that the plan is sold in. Buckets and minima have amounts in the plan's own currency only.`,
  );
}

function cacheOf(store: Store): Map<string, readonly PlanVersion[]> {
  const known = readBefore.get(store);
  if (known !== undefined) return known;
  const cache = new Map<string, readonly PlanVersion[]>();
  readBefore.set(store, cache);
  return cache;
}

function cacheName(context: Context, plan: string): string {
  return `${context.tenantId} ${plan}`;
}
