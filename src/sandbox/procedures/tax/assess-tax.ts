import type { TaxDecision, TaxedSupply } from '../../engine/tax-procedures.ts';
import type { Context } from '../../engine.ts';
import { Refusal } from '../../refusal.ts';
import type { Rules } from '../../rules/index.ts';
import { neighbourOf } from '../../store/neighbours.ts';

/** The tax engine within; where one is connected, what that one said before. Nobody guesses in its place. */
export function assessTax(context: Context, supply: TaxedSupply): TaxDecision {
  if (neighbourOf(context, 'tax-engine') === null) return decideTax(context.rules, supply);
  const known = context.procedures.knownTax(context, supply);
  if (known !== null) return known;
  const message = 'Found no answer of the tax engine, expected one: the invoice waits for it.';
  throw new Refusal({ status: 409, field: 'tax', message });
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
