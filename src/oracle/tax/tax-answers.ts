import type { CalculationAnswer } from '../../model/billing/calculation.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { TaxCalculation } from '../../model/billing/tax-calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import type { Decimal } from '../../model/decimal.ts';
import { unreachable } from '../../model/fault.ts';
import { type Fraction, fractionOf, isZero, minus, smaller } from '../arithmetic/fraction.ts';
import { fixedText, roundedTo } from '../arithmetic/rounding.ts';
import { type OpenDocument, type Reckoned, reckon } from '../document/document.ts';
import type { Trail } from '../trail.ts';
import { taxOn } from './tax.ts';

type Question<Kind> = Extract<TaxCalculation, { readonly kind: Kind }>;

/** Sales, coupons over several invoices, and credit after coupons: each is a document, or several in a row. */
export function taxAnswer(question: TaxCalculation, profile: PolicyProfile, trail: Trail): CalculationAnswer {
  switch (question.kind) {
    case 'tax':
      return saleAnswer(question, profile, trail);
    case 'coupon-series':
      return seriesAnswer(question, profile, trail);
    case 'credited-document':
      return creditedAnswer(question, profile, trail);
    default:
      return unreachable(question, 'calculation');
  }
}

function saleAnswer(question: Question<'tax'>, profile: PolicyProfile, trail: Trail): CalculationAnswer {
  const { customer, seller, on } = question;
  const taxRates = question.rates.filter(({ country }) => country === customer.country);
  const due = question.lines.map(({ category }) =>
    taxOn({ taxRates, tax: { seller, customer } }, { on, category }),
  );
  const lines = question.lines.map(({ net }, index) => ({
    net: fractionOf(net),
    taxPercent: due[index]?.ratePercent ?? '0',
    prices: question.prices,
  }));
  const reckoned = byLine(question, { lines, discounts: [] }, { profile, trail });
  const text = (value: Fraction) => fixedText(value, minorUnitDigits(question.currency));
  return {
    kind: 'tax',
    lines: reckoned.lines.map(({ tax }, index) => {
      const { ratePercent, treatment } = due[index] ?? { ratePercent: '0', treatment: 'no-tax' as const };
      return { tax: text(tax), ratePercent, treatment };
    }),
    tax: text(reckoned.tax),
    total: text(reckoned.total),
  };
}

function seriesAnswer(
  question: Question<'coupon-series'>,
  profile: PolicyProfile,
  trail: Trail,
): CalculationAnswer {
  const { value, invoicesMax, rest } = question.coupon;
  if (rest === 'kept' && value.kind === 'amount') return purseAnswer(question, value.amount, trail);
  const discount = { ...value, lines: null };
  const text = (amount: Fraction) => fixedText(amount, minorUnitDigits(question.currency));
  let left = invoicesMax ?? Number.POSITIVE_INFINITY;
  const invoices = question.invoices.map((amount) => {
    const lines = [{ net: fractionOf(amount), taxPercent: '0' }];
    const discounts = left > 0 ? [discount] : [];
    const reckoned = byLine(question, { lines, discounts }, { profile, trail });
    if (!isZero(reckoned.discount)) left -= 1;
    return { discount: text(reckoned.discount), total: text(reckoned.total) };
  });
  return { kind: 'coupon-series', invoices };
}

/** An amount that lasts until it is used up is spent like money: each invoice takes what it needs of what is there. */
function purseAnswer(
  { currency, invoices: asked }: Question<'coupon-series'>,
  amount: Decimal,
  trail: Trail,
): CalculationAnswer {
  const digits = minorUnitDigits(currency);
  const text = (value: Fraction) => fixedText(value, digits);
  let left = roundedTo(fractionOf(amount), digits, 'half-up');
  const invoices = asked.map((each) => {
    const due = roundedTo(fractionOf(each), digits, 'half-up');
    const discount = smaller(left, due);
    left = minus(left, discount);
    trail.note(`of an invoice of ${each}; left of the coupon: ${text(left)}`, discount);
    return { discount: text(discount), total: text(minus(due, discount)) };
  });
  return { kind: 'coupon-series', invoices };
}

function creditedAnswer(
  question: Question<'credited-document'>,
  profile: PolicyProfile,
  trail: Trail,
): CalculationAnswer {
  const { discounts } = question;
  const lines = question.lines.map((net) => ({ net: fractionOf(net), taxPercent: '0' }));
  const reckoned = byLine(question, { lines, discounts }, { profile, trail });
  const digits = minorUnitDigits(question.currency);
  const credit = roundedTo(fractionOf(question.credit), digits, profile.roundingMode);
  const used = smaller(credit, reckoned.total);
  trail.note(`of ${question.credit} credit, no more than is left to pay`, used);
  return {
    kind: 'credited-document',
    discount: fixedText(reckoned.discount, digits),
    credits: fixedText(used, digits),
    total: fixedText(minus(reckoned.total, used), digits),
  };
}

function byLine(
  { currency }: { readonly currency: string },
  document: Pick<OpenDocument, 'lines' | 'discounts'>,
  { profile, trail }: { readonly profile: PolicyProfile; readonly trail: Trail },
): Reckoned {
  return reckon({ ...document, currency, roundingPoint: 'line' }, profile, trail);
}
