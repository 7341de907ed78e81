import type { Customer, TaxRate } from '../../model/billing/customer.ts';
import type { TaxPlace } from '../../model/billing/tax.ts';
import { localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { refuseUnknown } from '../refusal.ts';
import { textOf, textOrNull } from './columns.ts';

export function saveTaxRate(context: Context, rate: TaxRate): void {
  context.store.run(
    'INSERT OR REPLACE INTO tax_rates (tenant, country, region, category, valid_from, rate_percent) VALUES (?, ?, ?, ?, ?, ?)',
    context.tenantId,
    ...keyOf(rate),
    rate.ratePercent,
  );
}

export function deleteTaxRate(context: Context, rate: Omit<TaxRate, 'ratePercent'>): void {
  const deleted = context.store.run(
    'DELETE FROM tax_rates WHERE tenant = ? AND country = ? AND region = ? AND category = ? AND valid_from = ?',
    context.tenantId,
    ...keyOf(rate),
  );
  if (deleted === 0) refuseUnknown('from', rate.from);
}

export function taxRatesOf(context: Context, country: string): readonly TaxRate[] {
  return context.store
    .all(
      'SELECT * FROM tax_rates WHERE tenant = ? AND country = ? ORDER BY valid_from',
      context.tenantId,
      country,
    )
    .map((row) => ({
      country: textOf(row, 'country'),
      region: textOf(row, 'region') || null,
      category: textOf(row, 'category') || null,
      from: localDate(textOf(row, 'valid_from')),
      ratePercent: textOf(row, 'rate_percent'),
    }));
}

export function saveSeller(context: Context, seller: TaxPlace): void {
  context.store.run(
    'INSERT OR REPLACE INTO sellers (tenant, country, region) VALUES (?, ?, ?)',
    context.tenantId,
    seller.country,
    seller.region,
  );
}

/** A seller who never said where he is sells at home, wherever the customer is. */
export function sellerOf(context: Context, customer: Customer): TaxPlace {
  const row = context.store.first('SELECT * FROM sellers WHERE tenant = ?', context.tenantId);
  if (row === null) return { country: customer.country, region: customer.region ?? null };
  return { country: textOf(row, 'country'), region: textOrNull(row, 'region') };
}

function keyOf({ country, region, category, from }: Omit<TaxRate, 'ratePercent'>) {
  return [country, region ?? '', category ?? '', from] as const;
}
