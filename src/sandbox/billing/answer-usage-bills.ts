import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { decimalFrom } from '../../model/decimal.ts';
import { type Fraction, fractionFromDecimal, plus, zero } from '../arithmetic/fraction.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/index.ts';
import { rateQuantity } from './rate-quantity.ts';

type Question<Kind> = Extract<Calculation, { readonly kind: Kind }>;

export function answerHourlyCommitment(
  rules: Rules,
  question: Question<'hourly-commitment'>,
): CalculationAnswer {
  const { currency } = question;
  const minors = question.windows.map(({ hour, quantity }) => {
    const commitment = rules.commitmentOfHour(question.commitments, hour);
    if (commitment === null) return refuse('commitments', `Found no price for hour ${hour}, expected one.`);
    const amount = rules.hourAmount({ commitment, quantity: fractionFromDecimal(quantity) });
    return rules.roundToMinor(amount, currency);
  });
  const total = minors.reduce((left, right) => left + right, 0n);
  const text = (minor: bigint) => decimalFrom(minor, minorUnitDigits(currency));
  return { kind: 'hourly-commitment', windows: minors.map(text), total: text(total) };
}

/** Each bill charges what its usage costs so far, less what the bills before it charged. */
export function answerInterimBills(rules: Rules, question: Question<'interim-bills'>): CalculationAnswer {
  const { currency, price } = question;
  const thresholds = question.thresholds.map(fractionFromDecimal);
  const costOf = (quantity: Fraction) => rateQuantity(rules, { price, quantity, runningTotals: [] }).amount;
  let used = zero;
  let billed = 0n;
  let before = zero;
  const interims: bigint[] = [];
  for (const quantity of question.usage) {
    used = plus(used, fractionFromDecimal(quantity));
    const after = costOf(used);
    const isDue = rules.isInterimDue({ thresholds, before, after });
    before = after;
    if (!isDue) continue;
    const reached = rules.roundToMinor(after, currency);
    interims.push(rules.amountStillToBill({ reached, billed }));
    billed = reached;
  }
  const fee = rules.roundToMinor(fractionFromDecimal(question.fee), currency);
  const reached = rules.roundToMinor(costOf(used), currency);
  const final = fee + rules.amountStillToBill({ reached, billed });
  const text = (minor: bigint) => decimalFrom(minor, minorUnitDigits(currency));
  return { kind: 'interim-bills', interims: interims.map(text), credits: text(billed), final: text(final) };
}
