import type { Customer, Discount } from '../../model/billing/customer.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { addDays, type LocalDate } from '../../model/date.ts';
import { type Fraction, fractionOf, minus, percentOf, plus, zero } from '../arithmetic/fraction.ts';
import type { Context } from '../engine.ts';
import type { DraftLine } from './line-question.ts';
import { profile } from './profile.ts';
import type { InvoiceDraft, LineTerms, StoredLine } from './stored-invoice.ts';

export interface DraftQuestion {
  readonly customer: Customer;
  readonly issueDate: LocalDate;
  readonly lines: readonly DraftLine[];
  readonly discounts: readonly Discount[];
}

/** What is done to lines that are billed for the first time on the day. */
export function termsOn(
  context: Context,
  question: Pick<DraftQuestion, 'customer' | 'issueDate' | 'discounts'>,
): LineTerms {
  return {
    discountPercents: question.discounts.map((discount) => discount.percent),
    taxPercent: context.procedures.taxPercent(context, question.customer.country, question.issueDate),
  };
}

export function draftInvoice(context: Context, question: DraftQuestion): InvoiceDraft {
  const { currency } = question.customer;
  const usual = termsOn(context, question);
  const lines = question.lines.map((line) => finishLine(context, currency, { line, usual }));
  const sums = {
    subtotal: total(lines.map((line) => line.net)),
    discount: total(lines.map((line) => line.discount)),
    tax: total(lines.map((line) => line.tax)),
  };
  return {
    customerId: question.customer.id,
    currency,
    issueDate: question.issueDate,
    dueDate: addDays(question.issueDate, profile.paymentTermDays),
    lines,
    ...sums,
    total: context.rules.invoiceTotal({ ...sums, majorUnit: 10n ** BigInt(minorUnitDigits(currency)) }),
  };
}

function finishLine(
  context: Context,
  currency: string,
  part: { readonly line: DraftLine; readonly usual: LineTerms },
): StoredLine {
  const { terms: own, ...line } = part.line;
  const terms = own ?? part.usual;
  const round = (amount: Fraction): bigint => context.rules.roundToMinor(amount, currency);
  const unit = 10n ** BigInt(minorUnitDigits(currency));
  const net = fractionOf(line.net, unit);
  const discount = fractionOf(round(discountOn(net, terms)), unit);
  const base = context.rules.taxBase({ net, discount, currency });
  return { ...line, discount: round(discount), tax: round(percentOf(base, terms.taxPercent)) };
}

/** Each further discount is taken off what the one before left. */
function discountOn(net: Fraction, terms: LineTerms): Fraction {
  let taken = zero;
  for (const percent of terms.discountPercents) taken = plus(taken, percentOf(minus(net, taken), percent));
  return taken;
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((left, right) => left + right, 0n);
}
