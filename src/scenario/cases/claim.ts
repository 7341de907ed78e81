import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { CurrencyCode } from '../../model/currency.ts';
import { HarnessFault } from '../../model/fault.ts';

/** One figure that a case states, and the questions whose answers must give the same. */
export interface Claim {
  /** The field of the case, such as "taxes[1]". */
  readonly name: string;
  readonly expected: string;
  /** Of an amount of money; null for days, dates and units. */
  readonly currency: CurrencyCode | null;
  readonly questions: readonly Calculation[];
  /** Habits that the figure assumes; absent: any will do. */
  readonly assumes?: AssumedHabits | undefined;
  /** The figure in the answers' words; null when they do not show it. */
  readonly actual: (answers: readonly CalculationAnswer[]) => string | null;
}

/** Habits that a case states; an answer under other ones says nothing about it. */
export type AssumedHabits = Pick<PolicyProfile, 'roundingMode' | 'taxBase'> &
  Pick<Partial<PolicyProfile>, 'shareRemainder' | 'creditNoteRemainder'>;

export type RatingQuestion = Extract<Calculation, { kind: 'rating' }>;
export type HourlyQuestion = Extract<Calculation, { kind: 'hourly-commitment' }>;
export type InterimQuestion = Extract<Calculation, { kind: 'interim-bills' }>;
export type MeteringQuestion = Extract<Calculation, { kind: 'metering' }>;
export type DocumentQuestion = Extract<Calculation, { kind: 'document' }>;
export type ProrationQuestion = Extract<Calculation, { kind: 'proration' }>;
export type PeriodsQuestion = Extract<Calculation, { kind: 'periods' }>;
export type AccountQuestion = Extract<Calculation, { kind: 'account' }>;
export type DunningQuestion = Extract<Calculation, { kind: 'dunning' }>;
export type RecognitionQuestion = Extract<Calculation, { kind: 'recognition' }>;

export type TaxQuestion = Extract<Calculation, { kind: 'tax' }>;
export type CouponSeriesQuestion = Extract<Calculation, { kind: 'coupon-series' }>;
export type CreditedQuestion = Extract<Calculation, { kind: 'credited-document' }>;
export type WalletQuestion = Extract<Calculation, { kind: 'wallet' }>;
export type CreditNotesQuestion = Extract<Calculation, { kind: 'credit-notes' }>;
export type VoidQuestion = Extract<Calculation, { kind: 'void' }>;

type AnswerOf<K extends CalculationAnswer['kind']> = Extract<CalculationAnswer, { kind: K }>;
export type RatingAnswer = AnswerOf<'rating'>;
export type DocumentAnswer = AnswerOf<'document'>;

/** A figure without its name and without what the case expects of it. */
export type Figure = Omit<Claim, 'name' | 'expected' | 'assumes'>;

/** A figure in the answer to one question; `currency` for an amount of money. */
export function figureOn<Q extends Calculation>(
  question: Q,
  currency: CurrencyCode | null,
  pick: (answer: AnswerOf<Q['kind']>) => string | null,
): Figure {
  return figureOnAll([question], currency, ([answer]) => (answer === undefined ? null : pick(answer)));
}

/** A figure in the answers to several questions of one kind. */
export function figureOnAll<Q extends Calculation>(
  questions: readonly Q[],
  currency: CurrencyCode | null,
  pick: (answers: readonly AnswerOf<Q['kind']>[]) => string | null,
): Figure {
  const kinds: readonly Q['kind'][] = questions.map(({ kind }) => kind);
  return {
    currency,
    questions,
    actual: (answers) => pick(kinds.map((kind, index) => ofKind(answers[index], kind))),
  };
}

function ofKind<K extends CalculationAnswer['kind']>(
  answer: CalculationAnswer | undefined,
  kind: K,
): AnswerOf<K> {
  if (answer?.kind === kind) return answer as AnswerOf<K>;
  throw new HarnessFault({
    code: 'INTERNAL',
    message: `Found an answer of kind ${answer?.kind ?? 'none'}, expected ${kind}.`,
    hint: 'The driver must answer a question in its own kind.',
  });
}
