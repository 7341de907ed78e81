import type { Charge, PlanVersion } from '../../model/billing/catalog.ts';
import type { PriceModel } from '../../model/billing/price.ts';
import type { CurrencyCode } from '../../model/currency.ts';
import { HarnessFault } from '../../model/fault.ts';
import { dividedBy, type Fraction, fractionOf, plus, times, whole } from '../arithmetic/fraction.ts';
import type { SubscriptionHistory } from '../subscription/subscription-history.ts';

/** What the customer pays for a charge: agreed with him for this plan, else the list price in his own currency. */
export function agreedPrice(
  charge: Charge,
  version: PlanVersion,
  customer: { readonly currency: CurrencyCode; readonly subscription: SubscriptionHistory },
): PriceModel {
  const { currency, subscription } = customer;
  const agreed = new Map(subscription.negotiated?.map(({ charge: code, price }) => [code, price]));
  const own = subscription.plan === version.plan ? agreed.get(charge.code) : undefined;
  return own ?? listPrice(charge, version, currency);
}

function listPrice(charge: Charge, version: PlanVersion, currency: CurrencyCode): PriceModel {
  if (currency === version.currency) return charge.price;
  const list = version.otherCurrencies?.filter((other) => other.currency === currency) ?? [];
  const price = list.flatMap(({ prices }) => prices).find(({ charge: code }) => code === charge.code)?.price;
  if (price !== undefined) return price;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found no price of ${version.plan} ${charge.code} in ${currency}, expected one for a customer who pays in it.`,
    hint: 'Give the plan a price for each charge in that currency.',
  });
}

/** The n-th renewal multiplies recurring prices with (1 + percent)^n; nothing is rounded between. */
export function renewalFactor(subscription: SubscriptionHistory, period: number): Fraction {
  const { term } = subscription;
  let factor = whole(1);
  if (term === undefined || term.atEnd === 'end') return factor;
  const raise = dividedBy(plus(whole(100), fractionOf(term.upliftPercent)), whole(100));
  for (let begins = term.periods; begins <= period; begins += term.periods) factor = times(factor, raise);
  return factor;
}
