import type { Calculation, CalculationAnswer, TrailStep } from '../model/billing/calculation.ts';
import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import { minorUnitDigits } from '../model/currency.ts';
import type { Decimal } from '../model/decimal.ts';
import { unreachable } from '../model/fault.ts';
import { accountAnswer } from './account.ts';
import { conversionAnswer } from './conversion.ts';
import { creditNotesAnswer } from './credit-notes.ts';
import { type DocumentQuestion, openDocument, reckon } from './document.ts';
import { dunningAnswer } from './dunning-answer.ts';
import { exactDecimal, type Fraction } from './fraction.ts';
import { hourlyAnswer } from './hourly-commitment.ts';
import { interimAnswer } from './interim-bills.ts';
import { meteringAnswer } from './metering-answer.ts';
import { servicePeriods } from './periods.ts';
import { proratedAmount } from './proration.ts';
import { type RatingQuestion, rate } from './rating.ts';
import { recognised } from './recognition.ts';
import { fixedText, plainText, roundedTo } from './rounding.ts';
import { taxAnswer } from './tax-answers.ts';
import { newTrail, type Trail } from './trail.ts';
import { voidAnswer } from './voids.ts';
import { walletAnswer } from './wallets.ts';

export interface OracleAnswer {
  readonly answer: CalculationAnswer;
  /** The way to it, for a reader from finance. */
  readonly trail: readonly TrailStep[];
}

/** The right answer under the profile, reckoned in exact fractions and rounded only where the question says. */
export function answer(calculation: Calculation, profile: PolicyProfile): OracleAnswer {
  const trail = newTrail();
  return { answer: answerOf(calculation, profile, trail), trail: trail.steps };
}

function answerOf(calculation: Calculation, profile: PolicyProfile, trail: Trail): CalculationAnswer {
  switch (calculation.kind) {
    case 'rating':
      return ratingAnswer(calculation, profile, trail);
    case 'document':
      return documentAnswer(calculation, profile, trail);
    case 'proration': {
      const { exact, share } = proratedAmount(calculation, trail);
      return { kind: 'proration', amount: inCurrency(exact, { calculation, profile, trail }), ...share };
    }
    case 'hourly-commitment':
      return hourlyAnswer(calculation, profile, trail);
    case 'interim-bills':
      return interimAnswer(calculation, profile, trail);
    case 'metering':
      return meteringAnswer(calculation, profile, trail);
    case 'credit-notes':
      return creditNotesAnswer(calculation, profile, trail);
    case 'conversion':
      return conversionAnswer(calculation, profile, trail);
    case 'void':
      return voidAnswer(calculation, trail);
    case 'wallet':
      return walletAnswer(calculation, profile, trail);
    case 'tax':
    case 'coupon-series':
    case 'credited-document':
      return taxAnswer(calculation, profile, trail);
    case 'periods': {
      const periods = servicePeriods(calculation, calculation.count).map(({ from, to }) => ({ from, to }));
      for (const [index, period] of periods.entries()) {
        trail.note(`period ${index + 1}`, `${period.from} until before ${period.to}`);
      }
      return { kind: 'periods', periods };
    }
    case 'account':
      return accountAnswer(calculation, profile, trail);
    case 'dunning':
      return dunningAnswer(calculation, trail);
    case 'recognition':
      return { kind: 'recognition', months: recognised(calculation, profile, trail) };
    default:
      return unreachable(calculation, 'calculation');
  }
}

function ratingAnswer(calculation: RatingQuestion, profile: PolicyProfile, trail: Trail): CalculationAnswer {
  const rated = rate(calculation, trail);
  const digits = minorUnitDigits(calculation.currency);
  const rounded = (value: Fraction): Decimal =>
    fixedText(roundedTo(value, digits, profile.roundingMode), digits);
  return {
    kind: 'rating',
    amount: inCurrency(rated.amount, { calculation, profile, trail }),
    unrounded: exactDecimal(rated.amount),
    perTier: rated.parts.map(rounded),
    trueUp: rounded(rated.trueUp),
    capDiscount: rounded(rated.capDiscount),
  };
}

function documentAnswer(
  calculation: DocumentQuestion,
  profile: PolicyProfile,
  trail: Trail,
): CalculationAnswer {
  const reckoned = reckon(openDocument(calculation), profile, trail);
  const digits = minorUnitDigits(calculation.currency);
  const text = (value: Fraction): Decimal =>
    calculation.roundingPoint === 'none'
      ? plainText(value)
      : fixedText(roundedTo(value, digits, profile.roundingMode), digits);
  return {
    kind: 'document',
    subtotal: text(reckoned.subtotal),
    discount: text(reckoned.discount),
    tax: text(reckoned.tax),
    total: text(reckoned.total),
    lines: reckoned.lines.map((line) => ({
      net: text(line.net),
      discount: text(line.discount),
      tax: text(line.tax),
    })),
  };
}

function inCurrency(
  exact: Fraction,
  context: {
    readonly calculation: { readonly currency: string };
    readonly profile: PolicyProfile;
    readonly trail: Trail;
  },
): Decimal {
  const { profile, trail } = context;
  const digits = minorUnitDigits(context.calculation.currency);
  const rounded = fixedText(roundedTo(exact, digits, profile.roundingMode), digits);
  trail.note(`${plainText(exact)} rounded ${profile.roundingMode} to ${digits} digits`, rounded);
  return rounded;
}
