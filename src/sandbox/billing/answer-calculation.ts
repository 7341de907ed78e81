import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import { decimalFrom } from '../../model/decimal.ts';
import { unreachable } from '../../model/fault.ts';
import { fractionFromDecimal, fractionOf, times } from '../arithmetic/fraction.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/index.ts';
import { answerAccount } from './answer-account.ts';
import { answerConversion } from './answer-conversion.ts';
import { answerCreditNotes } from './answer-credit-notes.ts';
import { answerDocument } from './answer-document.ts';
import { answerDunning } from './answer-dunning.ts';
import { answerMetering } from './answer-metering.ts';
import { answerPostings } from './answer-postings.ts';
import { answerRating } from './answer-rating.ts';
import { answerRecognition } from './answer-recognition.ts';
import { answerCouponSeries, answerCreditedDocument, answerTax } from './answer-tax.ts';
import { answerHourlyCommitment, answerInterimBills } from './answer-usage-bills.ts';
import { answerVoid } from './answer-void.ts';
import { answerWallet } from './answer-wallet.ts';

type Question<Kind> = Extract<Calculation, { readonly kind: Kind }>;

/** One calculation by the engine's own rules, without any tenant, catalog or customer. */
export function answerCalculation(rules: Rules, calculation: Calculation): CalculationAnswer {
  switch (calculation.kind) {
    case 'rating':
      return answerRating(rules, calculation);
    case 'document':
      return answerDocument(rules, calculation);
    case 'proration':
      return answerProration(rules, calculation);
    case 'hourly-commitment':
      return answerHourlyCommitment(rules, calculation);
    case 'interim-bills':
      return answerInterimBills(rules, calculation);
    case 'metering':
      return answerMetering(rules, calculation);
    case 'account':
      return answerAccount(rules, calculation);
    case 'dunning':
      return answerDunning(rules, calculation);
    case 'credit-notes':
      return answerCreditNotes(rules, calculation);
    case 'conversion':
      return answerConversion(rules, calculation);
    case 'postings':
      return answerPostings(rules, calculation);
    case 'void':
      return answerVoid(rules, calculation);
    case 'wallet':
      return answerWallet(rules, calculation);
    case 'tax':
      return answerTax(rules, calculation);
    case 'coupon-series':
      return answerCouponSeries(rules, calculation);
    case 'credited-document':
      return answerCreditedDocument(rules, calculation);
    case 'periods':
      return answerPeriods(rules, calculation);
    case 'recognition':
      return answerRecognition(rules, calculation);
    default:
      return unreachable(calculation, 'calculation');
  }
}

function answerProration(rules: Rules, question: Question<'proration'>): CalculationAnswer {
  const { whole, used } = question;
  if (whole.from >= whole.to) refuse('whole', 'Found a period without days, expected `from` before `to`.');
  if (used.from > used.to || used.from < whole.from || used.to > whole.to) {
    refuse('used', 'Found days outside the whole period, expected a part of it.');
  }
  const share = rules.quotedShare({ whole, used, dayCount: question.dayCount });
  const amount = times(
    fractionFromDecimal(question.amount),
    fractionOf(BigInt(share.days), BigInt(share.ofDays)),
  );
  const minor = rules.roundToMinor(amount, question.currency);
  return { kind: 'proration', amount: decimalFrom(minor, minorUnitDigits(question.currency)), ...share };
}

function answerPeriods(rules: Rules, question: Question<'periods'>): CalculationAnswer {
  const { start, interval, billing } = question;
  const periods: Period[] = [];
  let from: LocalDate = start;
  for (let index = 0; index < question.count; index += 1) {
    const to = rules.nextPeriodEnd({ anchor: start, from, index, interval, billing });
    periods.push({ from, to });
    from = to;
  }
  return { kind: 'periods', periods };
}
