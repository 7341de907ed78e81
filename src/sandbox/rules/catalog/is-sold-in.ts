import type { PlanVersion } from '../../../model/billing/catalog.ts';
import type { CurrencyCode } from '../../../model/currency.ts';
import { currenciesOf } from './missing-prices.ts';

/** Whether a customer who pays in the currency may buy. */
export function isSoldIn(of: { readonly version: PlanVersion; readonly currency: CurrencyCode }): boolean {
  return currenciesOf(of.version).includes(of.currency);
}
