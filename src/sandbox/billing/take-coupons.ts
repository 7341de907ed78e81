import type { DocumentDiscount } from '../../model/billing/document-line.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { type Fraction, fractionOf } from '../arithmetic/fraction.ts';
import type { Context } from '../engine.ts';
import type { AppliedCoupon } from './applied-coupon.ts';
import type { DraftQuestion } from './draft-question.ts';
import type { DraftLine } from './line-question.ts';
import type { InvoiceDiscount } from './stored-invoice.ts';
import { takeDiscounts } from './take-discounts.ts';

export interface TakenCoupons {
  readonly perLine: readonly bigint[];
  readonly discounts: readonly InvoiceDiscount[];
}

/** What the customer's coupons take off an invoice of the day. A credit keeps what was taken off the line it takes back. */
export function takeCoupons(context: Context, question: DraftQuestion): TakenCoupons {
  const { rules } = context;
  const { currency } = question.customer;
  const unit = 10n ** BigInt(minorUnitDigits(currency));
  const inForce = question.coupons.filter((each) => rules.couponInForce(each, question.issueDate));
  const ordered = rules.discountOrder(inForce);
  const taken = takeDiscounts(
    rules,
    ordered.map((each) => asDiscount(context, each, question.lines)),
    {
      nets: question.lines.map((line) => fractionOf(line.net, unit)),
      round: (amount: Fraction) => fractionOf(rules.roundToMinor(amount, currency), unit),
      unit: fractionOf(1n, unit),
    },
  );
  const minor = (amount: Fraction | undefined) =>
    amount === undefined ? 0n : rules.roundToMinor(amount, currency);
  return {
    perLine: question.lines.map((line, index) =>
      line.terms === null ? minor(taken.perLine[index]) : takenBack(context, line, currency),
    ),
    discounts: ordered.map(({ redemptionId, coupon }, index) => ({
      redemptionId,
      code: coupon.code,
      amount: minor(taken.perDiscount[index]),
    })),
  };
}

function asDiscount(
  { rules }: Context,
  applied: AppliedCoupon,
  lines: readonly DraftLine[],
): DocumentDiscount {
  const targets = lines.flatMap((line, index) =>
    line.terms === null && rules.couponTargets(applied, line) ? [index] : [],
  );
  const { value } = applied.coupon;
  return value.kind === 'percent'
    ? { kind: 'percent', percent: value.percent, lines: targets }
    : { kind: 'amount', amount: value.amount, lines: targets };
}

/** In proportion: of a line of 100.00 that cost 90.00, half a line back is 50.00 less 5.00. */
function takenBack(context: Context, line: DraftLine, currency: string): bigint {
  if (line.terms === null || line.terms.price === 0n) return 0n;
  const unit = 10n ** BigInt(minorUnitDigits(currency));
  return context.rules.roundToMinor(
    fractionOf(line.net * line.terms.taken, line.terms.price * unit),
    currency,
  );
}
