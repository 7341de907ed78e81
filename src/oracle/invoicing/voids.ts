import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { HarnessFault } from '../../model/fault.ts';
import {
  compare,
  type Fraction,
  fractionOf,
  larger,
  minus,
  plus,
  total,
  zero,
} from '../arithmetic/fraction.ts';
import { fixedText, plainText } from '../arithmetic/rounding.ts';
import type { Trail } from '../trail.ts';

export type VoidQuestion = Extract<Calculation, { readonly kind: 'void' }>;

/**
 * A void undoes the invoice: what came in for it goes back, once. Whatever was refunded before is a part of that already; of
 * what the invoice asked for and nobody gets, nothing is left to ask for.
 */
export function voidAnswer(question: VoidQuestion, trail: Trail): CalculationAnswer {
  const { paid, prepaid, refunded, given } = question;
  const funded = plus(fractionOf(paid), fractionOf(prepaid));
  trail.note('paid and prepaid', funded);
  const stillHeld = larger(minus(funded, fractionOf(refunded)), zero);
  trail.note('less what was refunded before', stillHeld);
  if (given !== null) refuseTooMuch(question);
  const back = given === null ? stillHeld : plus(fractionOf(given.credit), fractionOf(given.refund));
  const inAll = total([fractionOf(refunded), back]);
  const text = (value: Fraction) => fixedText(value, minorUnitDigits(question.currency));
  return {
    kind: 'void',
    funded: text(funded),
    givenBack: text(back),
    givenBackInAll: text(inAll),
    forgone: text(larger(minus(fractionOf(question.total), inAll), zero)),
  };
}

function refuseTooMuch({ total: sum, paid, refunded, given }: VoidQuestion): void {
  if (given === null) return;
  const refund = fractionOf(given.refund);
  const money = minus(fractionOf(paid), fractionOf(refunded));
  const back = total([fractionOf(given.credit), refund, fractionOf(refunded)]);
  if (compare(refund, money) <= 0 && compare(back, fractionOf(sum)) <= 0) return;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found ${plainText(back)} given back, expected at most the total ${sum}, and of money at most ${plainText(money)}.`,
    hint: 'A void gives back what came in, and credits no more than the invoice.',
  });
}
