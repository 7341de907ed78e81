import type { TaxDecision, TaxedSupply } from '../engine/tax-procedures.ts';
import type { Context } from '../engine.ts';

/** The tax engine within: first who buys, then where, what and when. */
export function assessTax({ rules }: Context, supply: TaxedSupply): TaxDecision {
  const { seller, customer, category, date, rates } = supply;
  if (rules.isTaxExempt(customer)) return { ratePercent: '0', treatment: 'exempt' };
  if (rules.isReverseCharge(seller, customer)) return { ratePercent: '0', treatment: 'reverse-charge' };
  const rate = rules.taxRateInForce({ rates, place: customer, category, date });
  if (rate === null) return { ratePercent: '0', treatment: 'no-tax' };
  return { ratePercent: rate.ratePercent, treatment: 'taxed' };
}
