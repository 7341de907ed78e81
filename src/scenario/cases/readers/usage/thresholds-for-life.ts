import type { Decimal } from '../../../../model/decimal.ts';
import { answer } from '../../../../oracle/answer.ts';
import { compare, fractionOf, isZero, minus, plus, zero } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import type { OpenCase } from '../../case-reader.ts';
import { type Claim, figureOn, figureOnAll, type InterimQuestion } from '../../claim.ts';
import { Inexpressible } from '../../unreadable.ts';
import { priceOf } from '../fields/price-rules.ts';

/** A period with its bill. */
export interface BilledStretch {
  readonly usage: readonly Decimal[];
  readonly fee: Decimal;
}

export function hasSeveralBills({ steps }: OpenCase): boolean {
  return steps.filter(({ verb }) => /^(bill|invoice)/.test(verb)).length > 1;
}

/**
 * Thresholds that count all usage since the first day are reached once in the life of a subscription: a later period has
 * those that are left, each less what was used before.
 */
export function thresholdsForLife(
  open: OpenCase,
  read: (open: OpenCase) => readonly BilledStretch[],
): readonly Claim[] {
  const questions = questionsOf(open, read(open));
  const [first] = questions;
  if (first === undefined) return [];
  return open.expect.keys.flatMap((key): readonly Claim[] => {
    if (key === 'interims') {
      const expected = open.expect.decimals(key).join(', ');
      const figure = figureOnAll(questions, null, (answers) =>
        answers.flatMap(({ interims }) => interims).join(', '),
      );
      return [{ name: 'expect.interims', expected, ...figure }];
    }
    const pick = Object.hasOwn(picks, key) ? picks[key] : undefined;
    if (pick === undefined || !Array.isArray(open.expect.peek(key))) return [];
    const figures = open.expect.decimals(key);
    if (figures.length !== questions.length)
      throw new Inexpressible(`${figures.length} figures of ${questions.length} bills: expect.${key}`);
    return questions.map((question, index) => ({
      name: `expect.${key}[${index}]`,
      expected: figures[index] ?? '',
      ...figureOn(question, question.currency, (found) => found[pick]),
    }));
  });
}

const picks: Readonly<Record<string, 'final' | 'credits'>> = {
  finals: 'final',
  totals: 'final',
  credits: 'credits',
};

function questionsOf(open: OpenCase, stretches: readonly BilledStretch[]): readonly InterimQuestion[] {
  const { given } = open;
  if (['recurringThreshold', 'recurring'].some((key) => given.has(key)))
    throw new Inexpressible('recurring thresholds over several periods');
  const thresholds = Array.isArray(given.peek('threshold'))
    ? given.decimals('threshold')
    : [given.decimal('threshold')];
  const price = priceOf(open);
  const currency = given.text('currency');
  let used = zero;
  return stretches.map(({ usage, fee }) => {
    const left = thresholds
      .map((each) => minus(fractionOf(each), used))
      .filter((each) => compare(each, zero) > 0);
    const kept = left.map(plainText);
    const question = { kind: 'interim-bills', currency, price, thresholds: kept, usage, fee } as const;
    used = plus(used, usedIn({ ...question, fee: '0' }));
    return question;
  });
}

/** What the usage of the period comes to, however it was billed. */
function usedIn(question: InterimQuestion) {
  const found = answer({ ...question, thresholds: [] }, referenceProfile).answer;
  const amount = found.kind === 'interim-bills' ? fractionOf(found.final) : zero;
  return isZero(amount) ? zero : amount;
}
