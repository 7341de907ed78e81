import type { Calculation, LateUse } from '../../model/billing/calculation.ts';
import {
  compare,
  type Fraction,
  fractionOf,
  isZero,
  larger,
  minus,
  plus,
  smaller,
  zero,
} from '../arithmetic/fraction.ts';
import { plainText } from '../arithmetic/rounding.ts';
import { monthsAfter } from '../time/calendar.ts';
import { newTrail, type Trail } from '../trail.ts';
import { type Metered, type Priced, priceOf } from './price.ts';
import { proratedAmount } from './proration.ts';

export type RatingQuestion = Extract<Calculation, { kind: 'rating' }>;

/** Exact figures of a rating; `amount` is after minimum and maximum. */
export interface Rated {
  readonly amount: Fraction;
  readonly parts: readonly Fraction[];
  readonly trueUp: Fraction;
  readonly capDiscount: Fraction;
}

/**
 * The price of everything so far less the price of what was billed before. The earlier bill kept to the maximum already;
 * the minimum is owed for the period as a whole, so that only this bill can hold what is missing to it.
 */
export function rate(question: RatingQuestion, trail: Trail): Rated {
  if (question.late !== undefined && isClosed(question.late)) return nothingBilled(question, trail);
  const before = fractionOf(question.alreadyBilled);
  const together = plus(before, fractionOf(question.quantity));
  const whole = priceOf(question.price, metered(question, together), trail);
  const earlier = isZero(before) ? nothingOf(whole) : priceEarlier(question, before, trail);
  const gross = minus(whole.amount, earlier.amount);
  const parts = whole.parts.map((part, index) => minus(part, earlier.parts[index] ?? zero));
  const trueUp = missingTo(question, whole.amount, trail);
  const capDiscount = aboveCap(question.maximum, { whole, earlier, trueUp }, trail);
  const billed = fractionOf(question.billedBefore ?? '0');
  if (!isZero(billed)) trail.note('less what earlier bills charged', billed);
  const amount = minus(minus(plus(gross, trueUp), capDiscount), billed);
  return { amount, parts, trueUp, capDiscount };
}

/** A period is closed to a bill that is more than so many months after its end. */
function isClosed({ usedIn, billedOn, monthsBack }: LateUse): boolean {
  return monthsAfter(usedIn.to, monthsBack) < billedOn;
}

function nothingBilled(question: RatingQuestion, trail: Trail): Rated {
  const { parts } = priceOf(question.price, metered(question, zero), newTrail());
  trail.note('the period is too long ago for this bill', zero);
  return { amount: zero, parts: parts.map(() => zero), trueUp: zero, capDiscount: zero };
}

function metered(question: RatingQuestion, quantity: Fraction): Metered {
  const runningTotals = question.runningTotals
    .map(fractionOf)
    .filter((reached) => compare(reached, quantity) <= 0);
  return { quantity, runningTotals };
}

function priceEarlier(question: RatingQuestion, before: Fraction, trail: Trail): Priced {
  const priced = priceOf(question.price, metered(question, before), newTrail());
  trail.note(`less what ${plainText(before)} units billed before cost`, priced.amount);
  return priced;
}

/** Even a price with a flat part has billed nothing yet when no part of the period was billed. */
function nothingOf(priced: Priced): Priced {
  return { amount: zero, parts: priced.parts.map(() => zero) };
}

function missingTo(question: RatingQuestion, gross: Fraction, trail: Trail): Fraction {
  const { minimum, commitmentPeriod } = question;
  if (minimum === null) return zero;
  const owed =
    commitmentPeriod === undefined
      ? fractionOf(minimum)
      : proratedAmount(
          { ...commitmentPeriod, kind: 'proration', currency: question.currency, amount: minimum },
          trail,
        ).exact;
  const missing = larger(zero, minus(owed, gross));
  trail.note(`added to reach the minimum of ${minimum}`, missing);
  return missing;
}

function aboveCap(
  maximum: string | null,
  sums: { readonly whole: Priced; readonly earlier: Priced; readonly trueUp: Fraction },
  trail: Trail,
): Fraction {
  if (maximum === null) return zero;
  const cap = fractionOf(maximum);
  const wanted = plus(sums.whole.amount, sums.trueUp);
  const above = minus(wanted, smaller(wanted, cap));
  const aboveBefore = minus(sums.earlier.amount, smaller(sums.earlier.amount, cap));
  const discount = minus(above, aboveBefore);
  trail.note(`taken off to keep to the maximum of ${maximum}`, discount);
  return discount;
}
