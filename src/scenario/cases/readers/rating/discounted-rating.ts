import type { PriceModel } from '../../../../model/billing/price.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import {
  dividedBy,
  type Fraction,
  fractionOf,
  minus,
  plus,
  times,
  whole,
} from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { OpenCase } from '../../case-reader.ts';
import { type Figure, figureOn, figureOnAll, type RatingQuestion } from '../../claim.ts';
import { Inexpressible } from '../../unreadable.ts';
import { groupsOfLines, readDiscounts } from '../fields/discount-field.ts';

type DiscountedFigure = (question: RatingQuestion, key: string) => Figure | null;

/** A percentage off a rated price, taken before a maximum: the price with all its amounts that much lower. */
export function discountedRating(open: OpenCase): DiscountedFigure | null {
  const discounts = readDiscounts([open.given], groupsOfLines(1));
  const [discount, ...others] = discounts;
  if (discount === undefined) return null;
  if (discount.kind !== 'percent' || others.length > 0)
    throw new Inexpressible('a discount of a rated price that is not one percentage');
  const left = minus(whole(1), dividedBy(fractionOf(discount.percent), whole(100)));
  return (question, key) => figureOf(question, key, left);
}

function figureOf(question: RatingQuestion, key: string, left: Fraction): Figure | null {
  const full = { ...question, minimum: null, maximum: null };
  const lower = { ...question, price: lowered(question.price, left) };
  switch (key) {
    case 'gross':
      return figureOn(full, question.currency, ({ amount }) => amount);
    case 'discount':
      return figureOnAll(
        [full, { ...lower, minimum: null, maximum: null }],
        question.currency,
        ([all, rest]) =>
          all === undefined || rest === undefined
            ? null
            : plainText(minus(fractionOf(all.amount), fractionOf(rest.amount))),
      );
    case 'capDiscount':
      return figureOn(lower, question.currency, ({ capDiscount }) => capDiscount);
    case 'trueUp':
      return figureOn(lower, question.currency, ({ trueUp }) => trueUp);
    case 'amount':
    case 'total':
      return figureOn(lower, question.currency, ({ amount }) => amount);
    case 'totalDiscount':
      return figureOnAll([full, lower], question.currency, ([all, rest]) =>
        all === undefined || rest === undefined
          ? null
          : plainText(plus(minus(fractionOf(all.amount), fractionOf(rest.amount)), fractionOf(rest.trueUp))),
      );
    default:
      return null;
  }
}

function lowered(price: PriceModel, left: Fraction): PriceModel {
  const part = (amount: Decimal): Decimal => plainText(times(fractionOf(amount), left));
  switch (price.kind) {
    case 'flat':
      return { ...price, amount: part(price.amount) };
    case 'per-unit':
      return { ...price, unit: part(price.unit) };
    case 'package':
      return { ...price, packagePrice: part(price.packagePrice) };
    case 'dynamic':
      return { ...price, multiplier: part(price.multiplier) };
    case 'percentage':
      return { ...price, ratePercent: part(price.ratePercent), fixedPerEvent: part(price.fixedPerEvent) };
    default:
      return {
        ...price,
        tiers: price.tiers.map((tier) => ({ ...tier, unit: part(tier.unit), flat: part(tier.flat) })),
      };
  }
}
