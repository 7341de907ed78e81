import type { Charge, PlanVersion } from '../../../model/billing/catalog.ts';
import type { PriceModel } from '../../../model/billing/price.ts';

export interface CurrencyQuestion {
  readonly version: PlanVersion;
  readonly charge: Charge;
  /** In which the customer pays. */
  readonly currency: string;
}

/** The list price in the customer's currency; never a conversion. Null where the list has none. */
export function priceInCurrency({ version, charge, currency }: CurrencyQuestion): PriceModel | null {
  if (version.currency === currency) return charge.price;
  const other = version.otherCurrencies?.find((each) => each.currency === currency);
  return other?.prices.find((each) => each.charge === charge.code)?.price ?? null;
}
