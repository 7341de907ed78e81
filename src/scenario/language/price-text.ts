import type { Interval } from '../../model/billing/catalog.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { canonicalDecimal, type Decimal } from '../../model/decimal.ts';

/** "EUR 1,200.00" or "EUR 0.00125": at least the currency's digits after the point, and all that there are. */
export function showPrice(amount: Decimal, currency: string): string {
  const [whole = '0', fraction = ''] = canonicalDecimal(amount).split('.');
  const digits = fraction.padEnd(minorUnitDigits(currency), '0');
  return `${currency} ${grouped(whole)}${digits === '' ? '' : `.${digits}`}`;
}

/** "1,200" or "0.5". */
export function showQuantity(quantity: Decimal): string {
  const [whole = '0', fraction] = canonicalDecimal(quantity).split('.');
  return fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`;
}

/** "month" or "3 months". */
export function showInterval({ unit, count }: Interval): string {
  return count === 1 ? unit : `${count} ${unit}s`;
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}
