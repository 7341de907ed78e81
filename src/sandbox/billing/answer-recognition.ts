import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { instant } from '../../model/date.ts';
import { decimalFrom } from '../../model/decimal.ts';
import { fractionFromDecimal } from '../arithmetic/fraction.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/index.ts';

/** An amount over the months of its service, by the rules that the revenue of invoices goes by. */
export function answerRecognition(
  rules: Rules,
  question: Extract<Calculation, { readonly kind: 'recognition' }>,
): CalculationAnswer {
  const { currency, amount, by, bookedOn } = question;
  const [from, to] = [instant(question.from), instant(question.to)];
  if (from >= to) refuse('to', 'Found a service without time, expected `from` before `to`.');
  const slices = rules.serviceSlices({ from, to, by });
  const minor = rules.roundToMinor(fractionFromDecimal(amount), currency);
  const months = rules.earnedWhenBooked(rules.earnedByMonth(minor, slices, by), bookedOn);
  return {
    kind: 'recognition',
    months: months.map(({ month, amountMinor }) => ({
      month,
      revenue: decimalFrom(amountMinor, minorUnitDigits(currency)),
    })),
  };
}
