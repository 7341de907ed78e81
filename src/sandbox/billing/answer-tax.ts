import type { CalculationAnswer } from '../../model/billing/calculation.ts';
import type { TaxCalculation } from '../../model/billing/tax-calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { localDate } from '../../model/date.ts';
import { type Decimal, decimalFrom } from '../../model/decimal.ts';
import { type Fraction, fractionFromDecimal, fractionOf } from '../arithmetic/fraction.ts';
import { decideTax } from '../procedures/tax/assess-tax.ts';
import type { Rules } from '../rules/index.ts';
import type { AppliedCoupon } from './applied-coupon.ts';
import { takeDiscounts } from './take-discounts.ts';

type Question<Kind> = Extract<TaxCalculation, { readonly kind: Kind }>;

/** Whole coins of the currency, and back. */
function coinsOf(rules: Rules, currency: string) {
  const digits = minorUnitDigits(currency);
  const unit = 10n ** BigInt(digits);
  return {
    minor: (amount: Decimal) => rules.roundToMinor(fractionFromDecimal(amount), currency),
    major: (minor: bigint) => fractionOf(minor, unit),
    text: (minor: bigint) => decimalFrom(minor, digits),
    round: (amount: Fraction) => fractionOf(rules.roundToMinor(amount, currency), unit),
    unit: fractionOf(1n, unit),
  };
}

export function answerTax(rules: Rules, question: Question<'tax'>): CalculationAnswer {
  const { currency, seller, customer, rates, prices, on: date } = question;
  const coins = coinsOf(rules, currency);
  const decisions = question.lines.map(({ category }) =>
    decideTax(rules, { seller, customer, date, category, rates }),
  );
  const exact = question.lines.map(({ net }, index) => {
    const base = fractionFromDecimal(rules.taxEngineAmount(coins.major(coins.minor(net))));
    return rules.taxAmount({ base, ratePercent: decisions[index]?.ratePercent ?? '0', prices });
  });
  const taxes = rules.roundTaxes({ exact, currency, point: 'line' });
  const tax = taxes.reduce((sum, each) => sum + each, 0n);
  const subtotal = question.lines.reduce(
    (sum, { net }, index) =>
      sum + rules.netPrice({ price: coins.minor(net), tax: taxes[index] ?? 0n, prices }),
    0n,
  );
  const total = rules.invoiceTotal({ subtotal, discount: 0n, tax, majorUnit: coins.unit.under });
  return {
    kind: 'tax',
    lines: decisions.map((decision, index) => ({ ...decision, tax: coins.text(taxes[index] ?? 0n) })),
    tax: coins.text(tax),
    total: coins.text(total),
  };
}

export function answerCouponSeries(rules: Rules, question: Question<'coupon-series'>): CalculationAnswer {
  const { currency } = question;
  const coins = coinsOf(rules, currency);
  const { value, invoicesMax, rest } = question.coupon;
  if (rest === 'kept' && value.kind === 'amount') return spentCoupon(rules, question, value.amount);
  const day = localDate('2026-01-01');
  const discount =
    value.kind === 'percent'
      ? ({ ...value, lines: null } as const)
      : ({ kind: 'amount', amount: value.amount, lines: null } as const);
  let uses = 0;
  const invoices = question.invoices.map((amount) => {
    const inForce = rules.couponInForce(neverEnding({ value, invoicesMax, uses, day }), day);
    const nets = [coins.major(coins.minor(amount))];
    const { perLine } = takeDiscounts(rules, inForce ? [discount] : [], { ...coins, nets });
    const taken = rules.roundToMinor(perLine[0] ?? fractionOf(0n, 1n), currency);
    if (inForce && rules.usesUpCoupon(taken)) uses += 1;
    return { discount: coins.text(taken), total: coins.text(coins.minor(amount) - taken) };
  });
  return { kind: 'coupon-series', invoices };
}

/** The rest of a coupon waits for the next invoice. */
function spentCoupon(
  rules: Rules,
  { currency, invoices }: Question<'coupon-series'>,
  amount: Decimal,
): CalculationAnswer {
  const coins = coinsOf(rules, currency);
  let rest = coins.minor(amount);
  return {
    kind: 'coupon-series',
    invoices: invoices.map((invoice) => {
      const price = coins.minor(invoice);
      const limited = rules.discountLimit(coins.major(rest), coins.major(price));
      const taken = rules.roundToMinor(limited, currency);
      rest -= taken;
      return { discount: coins.text(taken), total: coins.text(price - taken) };
    }),
  };
}

function neverEnding(of: {
  readonly value: AppliedCoupon['coupon']['value'];
  readonly invoicesMax: number | null;
  readonly uses: number;
  readonly day: AppliedCoupon['redeemedOn'];
}): AppliedCoupon {
  const { value, invoicesMax, uses, day } = of;
  const limits = { redeemBy: null, validUntil: null, invoicesMax, redemptionsMax: null };
  const coupon = { code: 'asked', value, scope: { kind: 'invoice' } as const, ...limits };
  return { redemptionId: 'asked', redeemedOn: day, subscriptionId: null, uses, coupon };
}

export function answerCreditedDocument(
  rules: Rules,
  question: Question<'credited-document'>,
): CalculationAnswer {
  const { currency } = question;
  const coins = coinsOf(rules, currency);
  const prices = question.lines.map(coins.minor);
  const { perLine } = takeDiscounts(rules, question.discounts, { ...coins, nets: prices.map(coins.major) });
  const subtotal = prices.reduce((sum, price) => sum + price, 0n);
  const discount = perLine.reduce((sum, taken) => sum + rules.roundToMinor(taken, currency), 0n);
  const due = rules.invoiceTotal({ subtotal, discount, tax: 0n, majorUnit: coins.unit.under });
  const credits = rules.creditToApply({ available: coins.minor(question.credit), due });
  return {
    kind: 'credited-document',
    discount: coins.text(discount),
    credits: coins.text(credits),
    total: coins.text(due - credits),
  };
}
