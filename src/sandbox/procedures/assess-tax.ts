import type { TaxDecision, TaxedSupply } from '../engine/tax-procedures.ts';
import type { Context } from '../engine.ts';
import type { Rules } from '../rules/index.ts';

/** The tax engine within. */
export function assessTax({ rules }: Context, supply: TaxedSupply): TaxDecision {
  return decideTax(rules, supply);
}

/** First who buys, then where, what and when. */
export function decideTax(rules: Rules, supply: TaxedSupply): TaxDecision {
  const { seller, customer, category, date, rates } = supply;
  if (rules.isTaxExempt(customer)) return { ratePercent: '0', treatment: 'exempt' };
  if (rules.isReverseCharge(seller, customer)) return { ratePercent: '0', treatment: 'reverse-charge' };
  const rate = rules.taxRateInForce({ rates, place: customer, category, date });
  if (rate === null) return { ratePercent: '0', treatment: 'no-tax' };
  return { ratePercent: rate.ratePercent, treatment: 'taxed' };
}
