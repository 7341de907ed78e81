import type { Calculation, CalculationAnswer, LateUse } from '../../model/billing/calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { daysBetween } from '../../model/date.ts';
import { decimalFrom } from '../../model/decimal.ts';
import {
  compare,
  exactDecimal,
  type Fraction,
  fractionFromDecimal,
  fractionOf,
  minus,
  plus,
  times,
  zero,
} from '../arithmetic/fraction.ts';
import { stepInterval } from '../arithmetic/step-interval.ts';
import type { Rules } from '../rules/index.ts';
import { rateQuantity } from './rate-quantity.ts';

type RatingQuestion = Extract<Calculation, { readonly kind: 'rating' }>;

/** A part of a period costs what the whole costs with it, less what the whole cost without it. */
export function answerRating(rules: Rules, question: RatingQuestion): CalculationAnswer {
  if (!isStillOpen(rules, question.late)) return nothingFor(rules, question);
  const before = rateUpTo(rules, question, fractionFromDecimal(question.alreadyBilled));
  const after = rateUpTo(
    rules,
    question,
    plus(fractionFromDecimal(question.alreadyBilled), fractionFromDecimal(question.quantity)),
  );
  const isFirstPart = fractionFromDecimal(question.alreadyBilled).over === 0n;
  const billedBefore = isFirstPart ? { amount: zero, perTier: [] } : before;
  const gross = minus(after.amount, billedBefore.amount);
  const trueUp = shortfall(rules, question, after.amount);
  const capDiscount = minus(
    excess(rules, question, after.amount),
    excess(rules, question, billedBefore.amount),
  );
  const reached = minus(plus(gross, trueUp), capDiscount);
  const billed = fractionFromDecimal(question.billedBefore ?? '0');
  const unrounded = rules.unitsStillToBill({ reached, billed });
  const digits = minorUnitDigits(question.currency);
  const rounded = (amount: Fraction) => decimalFrom(rules.roundToMinor(amount, question.currency), digits);
  return {
    kind: 'rating',
    amount: rounded(unrounded),
    unrounded: exactDecimal(unrounded, 0),
    perTier: after.perTier.map((part, index) => rounded(minus(part, billedBefore.perTier[index] ?? zero))),
    trueUp: rounded(trueUp),
    capDiscount: rounded(capDiscount),
  };
}

/** As long as the period ended not more than so many months before the bill. */
function isStillOpen(rules: Rules, late: LateUse | undefined): boolean {
  if (late === undefined) return true;
  const { usedIn, billedOn, monthsBack } = late;
  const lastDay = stepInterval(usedIn.to, { unit: 'month', count: 1 }, monthsBack);
  const daysOpen = daysBetween(usedIn.to, lastDay);
  return rules.takesLateUsage({ usedOn: usedIn.to, today: billedOn, daysOpen });
}

function nothingFor(rules: Rules, question: RatingQuestion): CalculationAnswer {
  const none = decimalFrom(0n, minorUnitDigits(question.currency));
  const { perTier } = rateUpTo(rules, question, zero);
  return {
    kind: 'rating',
    amount: none,
    unrounded: '0',
    perTier: perTier.map(() => none),
    trueUp: none,
    capDiscount: none,
  };
}

function rateUpTo(rules: Rules, question: RatingQuestion, quantity: Fraction) {
  const runningTotals = question.runningTotals
    .map(fractionFromDecimal)
    .filter((total) => compare(total, quantity) <= 0);
  return rateQuantity(rules, { price: question.price, quantity, runningTotals });
}

function shortfall(rules: Rules, question: RatingQuestion, amount: Fraction): Fraction {
  if (question.minimum === null) return zero;
  const limit = fractionFromDecimal(question.minimum);
  const { commitmentPeriod } = question;
  if (commitmentPeriod === undefined) return rules.missingToMinimum({ amount, limit });
  const share = rules.commitmentShare({ ...commitmentPeriod, endsOn: null, habit: 'prorated' });
  const owed = times(limit, fractionOf(BigInt(share.days), BigInt(share.ofDays)));
  return rules.missingToMinimum({ amount, limit: owed });
}

function excess(rules: Rules, question: RatingQuestion, amount: Fraction): Fraction {
  if (question.maximum === null) return zero;
  return rules.excessOverMaximum({ amount, limit: fractionFromDecimal(question.maximum) });
}
