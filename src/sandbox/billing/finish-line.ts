import type { Customer } from '../../model/billing/customer.ts';
import type { TaxParty } from '../../model/billing/tax.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import type { LocalDate } from '../../model/date.ts';
import { type Fraction, fractionFromDecimal, fractionOf } from '../arithmetic/fraction.ts';
import type { TaxDecision } from '../engine/tax-procedures.ts';
import type { Context } from '../engine.ts';
import type { DraftLine } from './line-question.ts';
import { profile } from './profile.ts';
import type { StoredLine } from './stored-invoice.ts';

export interface OpenLine {
  readonly customer: Customer;
  readonly issueDate: LocalDate;
  readonly line: DraftLine;
  /** What coupons take off, in the terms of the price. */
  readonly taken: bigint;
}

/** The line with its tax: net is the price without tax and before discount, whether prices are net or gross. */
export function finishLine(context: Context, open: OpenLine): StoredLine {
  const { rules } = context;
  const { terms, taxCategory: _category, billed: _billed, net: price, prices, ...line } = open.line;
  const { currency } = open.customer;
  const decision = terms?.tax ?? decideTax(context, open);
  const { ratePercent } = decision;
  const unit = 10n ** BigInt(minorUnitDigits(currency));
  const taxOn = (base: Fraction): bigint => {
    const told = fractionFromDecimal(rules.taxEngineAmount(base));
    return rules.roundToMinor(rules.taxAmount({ base: told, ratePercent, prices }), currency);
  };
  const whole = fractionOf(price, unit);
  const left = price - open.taken;
  const tax = taxOn(rules.taxBase({ net: whole, discount: fractionOf(open.taken, unit), currency }));
  const net = rules.netPrice({ price, tax: taxOn(whole), prices });
  const after = rules.netPrice({ price: left, tax, prices });
  return {
    ...line,
    net,
    discount: net - after,
    tax,
    prices,
    price,
    taken: open.taken,
    taxPercent: ratePercent,
    taxTreatment: decision.treatment,
  };
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
      habit: profile.taxPoint ?? 'issue-date',
    }),
    category: line.taxCategory,
    rates: procedures.readTaxRates(context, customer.country),
  });
}

export function taxPartyOf(customer: Customer): TaxParty {
  const { country, region = null, taxStatus = 'standard', vatId = null } = customer;
  return { country, region, status: taxStatus, vatId };
}
