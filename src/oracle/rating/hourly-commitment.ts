import type { Calculation, CalculationAnswer, HourlyCommitment } from '../../model/billing/calculation.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { HarnessFault } from '../../model/fault.ts';
import {
  type Fraction,
  fractionOf,
  larger,
  minus,
  plus,
  smaller,
  times,
  total,
  zero,
} from '../arithmetic/fraction.ts';
import { fixedText, roundedTo } from '../arithmetic/rounding.ts';
import type { Trail } from '../trail.ts';

type HourlyQuestion = Extract<Calculation, { kind: 'hourly-commitment' }>;

/** Each hour: what lies within its commitment at its price, what lies above it at the overage price, and the rest if owed. */
export function hourlyAnswer(
  question: HourlyQuestion,
  profile: PolicyProfile,
  trail: Trail,
): CalculationAnswer {
  const digits = minorUnitDigits(question.currency);
  const windows = question.windows.map(({ hour, quantity }) => {
    const commitment = commitmentFor(hour, question.commitments);
    const amount = priceOfHour(fractionOf(quantity), commitment);
    trail.note(
      `${quantity} units in hour ${hour} at ${commitment.unit}, committed ${commitment.minimum}`,
      amount,
    );
    return roundedTo(amount, digits, profile.roundingMode);
  });
  const text = (value: Fraction) => fixedText(value, digits);
  return { kind: 'hourly-commitment', windows: windows.map(text), total: text(total(windows)) };
}

function priceOfHour(
  quantity: Fraction,
  { unit, minimum, overageFactor, trueUp }: HourlyCommitment,
): Fraction {
  const value = times(quantity, fractionOf(unit));
  const commitment = fractionOf(minimum);
  const within = trueUp ? commitment : smaller(value, commitment);
  const above = larger(zero, minus(value, commitment));
  return plus(within, times(above, fractionOf(overageFactor)));
}

function commitmentFor(hour: number, all: readonly HourlyCommitment[]): HourlyCommitment {
  for (const one of all) if (one.hours !== null && hour >= one.hours.from && hour < one.hours.to) return one;
  const usual = all.find(({ hours }) => hours === null);
  if (usual !== undefined) return usual;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found no price for hour ${hour}, expected one.`,
    hint: 'Give a price without hours for all that no other is for.',
  });
}
