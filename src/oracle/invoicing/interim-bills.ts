import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { compare, type Fraction, fractionOf, minus, plus, total, zero } from '../arithmetic/fraction.ts';
import { fixedText, roundedTo } from '../arithmetic/rounding.ts';
import { priceOf } from '../rating/price.ts';
import { newTrail, type Trail } from '../trail.ts';

type InterimQuestion = Extract<Calculation, { kind: 'interim-bills' }>;

/** The bills of a period are the steps of what its usage had cost when each of them was written. */
export function interimAnswer(
  question: InterimQuestion,
  profile: PolicyProfile,
  trail: Trail,
): CalculationAnswer {
  const digits = minorUnitDigits(question.currency);
  const round = (value: Fraction) => roundedTo(value, digits, profile.roundingMode);
  const costs = costsAfterEach(question);
  const billedAt = costs.filter((cost, index) => passes(question, costs[index - 1] ?? zero, cost));
  const steps = billedAt.map((cost, index) => minus(round(cost), round(billedAt[index - 1] ?? zero)));
  steps.forEach((step, index) => {
    trail.note(`bill ${index + 1} ahead of the end`, step);
  });
  const credits = total(steps);
  const final = plus(
    round(fractionOf(question.fee)),
    minus(round(costs.at(-1) ?? costOf(question, 0)), credits),
  );
  trail.note('last bill: the fee and the usage, less what was billed', final);
  const text = (value: Fraction) => fixedText(value, digits);
  return { kind: 'interim-bills', interims: steps.map(text), credits: text(credits), final: text(final) };
}

function costsAfterEach(question: InterimQuestion): readonly Fraction[] {
  return question.usage.map((_, index) => costOf(question, index + 1));
}

function costOf({ price, usage }: InterimQuestion, events: number): Fraction {
  const quantity = total(usage.slice(0, events).map(fractionOf));
  return priceOf(price, { quantity, runningTotals: [] }, newTrail()).amount;
}

/** Whether the number of thresholds reached grew. */
function passes({ thresholds }: InterimQuestion, before: Fraction, after: Fraction): boolean {
  const reached = (cost: Fraction) => thresholds.filter((one) => compare(fractionOf(one), cost) <= 0).length;
  return reached(after) > reached(before);
}
