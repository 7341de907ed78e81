import type { Decimal } from '../../../model/decimal.ts';
import { fractionOf, minus, total, zero } from '../../../oracle/fraction.ts';
import { plainText } from '../../../oracle/rounding.ts';
import type { OpenCase } from '../case-reader.ts';
import { type Claim, figureOnAll, type RatingAnswer, type RatingQuestion } from '../claim.ts';
import { Inexpressible } from '../unreadable.ts';
import { readPrice } from './price-field.ts';
import { readUsages } from './usage-field.ts';

const bounds = ['minPerTransaction', 'maxPerTransaction'];

export function readsPerTransaction(open: OpenCase): boolean {
  return bounds.some((key) => open.given.object('price').has(key));
}

/** A price with a least or greatest amount for each transaction: each transaction is a question of its own. */
export function perTransactionClaims(open: OpenCase): readonly Claim[] {
  const fields = open.given.object('price');
  const price = readPrice(fields);
  if (price.kind !== 'percentage' || price.freeEvents !== null || price.freeVolume !== null) {
    throw new Inexpressible('an allowance together with a minimum or maximum per transaction');
  }
  const usage = readUsages(open)[0];
  const values = transactionValues(usage?.runningTotals ?? []);
  const currency = open.given.text('currency');
  const questions = values.map(
    (quantity): RatingQuestion => ({
      kind: 'rating',
      currency,
      price,
      quantity,
      alreadyBilled: '0',
      runningTotals: [quantity],
      minimum: fields.decimalOr('minPerTransaction', null),
      maximum: fields.decimalOr('maxPerTransaction', null),
    }),
  );
  if (questions.length === 0)
    throw new Inexpressible('a bound per transaction, without the single transactions');
  return ['amount', 'amountUnrounded', 'total'].flatMap((key) => {
    if (typeof open.expect.peek(key) !== 'string') return [];
    const stated = { name: `expect.${key}`, expected: open.expect.decimal(key) };
    const isExact = key === 'amountUnrounded';
    return [
      { ...stated, ...figureOnAll(questions, isExact ? null : currency, isExact ? exactSum : roundedSum) },
    ];
  });
}

function transactionValues(runningTotals: readonly Decimal[]): readonly Decimal[] {
  const reached = runningTotals.map(fractionOf);
  return reached.map((value, index) => plainText(minus(value, reached[index - 1] ?? zero)));
}

function roundedSum(answers: readonly RatingAnswer[]): string {
  return plainText(total(answers.map(({ amount }) => fractionOf(amount))));
}

function exactSum(answers: readonly RatingAnswer[]): string | null {
  const exact = answers.flatMap(({ unrounded }) => (unrounded === null ? [] : [fractionOf(unrounded)]));
  return exact.length === answers.length ? plainText(total(exact)) : null;
}
