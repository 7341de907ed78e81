import type { Calculation, CalculationAnswer, TrailStep } from '../model/billing/calculation.ts';
import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import { minorUnitDigits } from '../model/currency.ts';
import type { Decimal } from '../model/decimal.ts';
import { unreachable } from '../model/fault.ts';
import { exactDecimal, type Fraction } from './arithmetic/fraction.ts';
import { fixedText, plainText, roundedTo } from './arithmetic/rounding.ts';
import { creditNotesAnswer } from './credit/credit-notes.ts';
import { walletAnswer } from './credit/wallets.ts';
import { type DocumentQuestion, openDocument, reckon } from './document/document.ts';
import { conversionAnswer } from './exchange/conversion.ts';
import { interimAnswer } from './invoicing/interim-bills.ts';
import { voidAnswer } from './invoicing/voids.ts';
import { postingsAnswer } from './ledger/postings-answer.ts';
import { recognised } from './ledger/recognition.ts';
import { accountAnswer } from './payment/account.ts';
import { dunningAnswer } from './payment/dunning-answer.ts';
import { hourlyAnswer } from './rating/hourly-commitment.ts';
import { proratedAmount } from './rating/proration.ts';
import { type RatingQuestion, rate } from './rating/rating.ts';
import { taxAnswer } from './tax/tax-answers.ts';
import { servicePeriods } from './time/periods.ts';
import { newTrail, type Trail } from './trail.ts';
import { meteringAnswer } from './usage/metering-answer.ts';

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
    case 'postings':
      return postingsAnswer(calculation, profile, trail);
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
