import type { Customer } from '../../model/billing/customer.ts';
import type { TaxParty } from '../../model/billing/tax.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import type { LocalDate } from '../../model/date.ts';
import { type Fraction, fractionFromDecimal, fractionOf } from '../arithmetic/fraction.ts';
import type { TaxDecision } from '../engine/tax-procedures.ts';
import type { Context } from '../engine.ts';
import type { DraftLine } from './line-question.ts';
import type { StoredLine } from './stored-invoice.ts';

export interface OpenLine {
  readonly customer: Customer;
  readonly issueDate: LocalDate;
  readonly line: DraftLine;
  /** What coupons take off, in the terms of the price. */
  readonly taken: bigint;
}

/** A line with its tax, not rounded yet. */
export interface TaxedLine extends OpenLine {
  readonly decision: TaxDecision;
  readonly exactTax: Fraction;
}

export function taxLine(context: Context, open: OpenLine): TaxedLine {
  const { line, taken, customer } = open;
  const { currency } = customer;
  const unit = 10n ** BigInt(minorUnitDigits(currency));
  const decision = line.terms?.tax ?? decideTax(context, open);
  const base = context.rules.taxBase({
    net: fractionOf(line.net, unit),
    discount: fractionOf(taken, unit),
    currency,
  });
  return { ...open, decision, exactTax: taxOn(context, base, { ...decision, prices: line.prices }) };
}

/** Net is the price without tax and before discount, whether prices are net or gross. */
export function finishLine(context: Context, taxed: TaxedLine, tax: bigint): StoredLine {
  const { rules } = context;
  const { line, taken, decision, customer } = taxed;
  const { terms: _terms, taxCategory: _category, billed: _billed, net: price, prices, ...shown } = line;
  const unit = 10n ** BigInt(minorUnitDigits(customer.currency));
  const taxOnPrice = taxOn(context, fractionOf(price, unit), { ...decision, prices });
  const net = rules.netPrice({ price, tax: rules.roundToMinor(taxOnPrice, customer.currency), prices });
  const after = rules.netPrice({ price: price - taken, tax, prices });
  return {
    ...shown,
    net,
    discount: net - after,
    tax,
    prices,
    price,
    taken,
    taxPercent: decision.ratePercent,
    taxTreatment: decision.treatment,
  };
}

function taxOn(
  { rules }: Context,
  base: Fraction,
  by: Pick<TaxDecision, 'ratePercent'> & { readonly prices: 'net' | 'gross' },
): Fraction {
  const told = fractionFromDecimal(rules.taxEngineAmount(base));
  return rules.taxAmount({ base: told, ratePercent: by.ratePercent, prices: by.prices });
}

function decideTax(context: Context, { customer, issueDate, line }: OpenLine): TaxDecision {
  const { rules, procedures } = context;
  return procedures.assessTax(context, {
    seller: procedures.readSeller(context, customer),
    customer: taxPartyOf(customer),
    date: rules.taxPoint({
      billed: line.billed,
      period: line.period,
      issueDate,
      habit: context.policy.taxPoint ?? 'issue-date',
    }),
    category: line.taxCategory,
    rates: procedures.readTaxRates(context, customer.country),
  });
}

export function taxPartyOf(customer: Customer): TaxParty {
  const { country, region = null, taxStatus = 'standard', vatId = null } = customer;
  return { country, region, status: taxStatus, vatId };
}
