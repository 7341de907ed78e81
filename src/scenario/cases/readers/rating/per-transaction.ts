import { type CurrencyCode, minorUnitDigits } from '../../../../model/currency.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import {
  type Fraction,
  fractionOf,
  isZero,
  larger,
  minus,
  plus,
  smaller,
  total,
  zero,
} from '../../../../oracle/arithmetic/fraction.ts';
import { plainText, roundedTo } from '../../../../oracle/arithmetic/rounding.ts';
import type { OpenCase } from '../../case-reader.ts';
import { type Claim, type Figure, figureOnAll, type RatingAnswer, type RatingQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';
import { readPrice } from '../fields/price-field.ts';
import { readUsages } from '../fields/usage-field.ts';
import { ratingFigure } from './rating-figures.ts';

type Percentage = Extract<RatingQuestion['price'], { readonly kind: 'percentage' }>;

const least = ['minPerTransaction', 'perTransactionMin'];
const most = ['maxPerTransaction', 'perTransactionMax'];

/** A bound for each transaction, or figures for each of them. */
export function readsPerTransaction(open: OpenCase): boolean {
  const price = open.given.object('price');
  return [...least, ...most].some((key) => price.has(key)) || Array.isArray(open.expect.peek('fees'));
}

/** A price with a least or greatest amount for each transaction: each transaction is a question of its own. */
export function perTransactionClaims(open: OpenCase): readonly Claim[] {
  const fields = open.given.object('price');
  const price = readPrice(fields);
  if (price.kind !== 'percentage') throw new Inexpressible('fees of single transactions at another price');
  const values = transactionValues(readUsages(open)[0]?.runningTotals ?? []);
  if (values.length === 0)
    throw new Inexpressible('a bound per transaction, without the single transactions');
  const currency = open.given.text('currency');
  const questions = charged(values, price).map(
    (value): RatingQuestion => ({
      kind: 'rating',
      currency,
      price: { ...price, freeEvents: null, freeVolume: null },
      quantity: plainText(value),
      alreadyBilled: '0',
      runningTotals: [plainText(value)],
      minimum: bound(fields, least),
      maximum: bound(fields, most),
    }),
  );
  const asOne = togetherAs(currency, price, values);
  return claimsFor(
    open.expect,
    [{ name: null, value: questions }],
    (each, key, expected) =>
      transactionFigure(each, key) ?? (counts.includes(key) ? ratingFigure(asOne, key, expected) : null),
  );
}

function bound(price: Fields, names: readonly string[]): Decimal | null {
  const key = names.find((name) => price.has(name));
  return key === undefined ? null : price.decimalOr(key, null);
}

/** What no bound of a transaction changes: how much of all of them is free. */
const counts = ['freeEvents', 'freeUnits', 'paidEvents', 'paidUnits'];

function togetherAs(currency: CurrencyCode, price: Percentage, values: readonly Fraction[]): RatingQuestion {
  const runningTotals = values.map((_, index) => plainText(total(values.slice(0, index + 1))));
  const quantity = plainText(total(values));
  const bounds = { minimum: null, maximum: null };
  return { kind: 'rating', currency, price, quantity, alreadyBilled: '0', runningTotals, ...bounds };
}

function transactionFigure(questions: readonly RatingQuestion[], key: string): Figure | null {
  const currency = questions[0]?.currency ?? null;
  switch (key) {
    case 'amount':
    case 'total':
      // One fee is charged for all: what is below a minor unit of one counts with that of the next.
      return figureOnAll(questions, currency, (answers) => inCurrency(exactSum(answers), currency ?? 'EUR'));
    case 'amountUnrounded':
      return figureOnAll(questions, null, exactSum);
    case 'fees[]':
    case 'amounts[]':
      return figureOnAll(questions, null, (answers) => exactParts(answers)?.join(', ') ?? null);
    default:
      return null;
  }
}

function transactionValues(runningTotals: readonly Decimal[]): readonly Fraction[] {
  const reached = runningTotals.map(fractionOf);
  return reached.map((value, index) => minus(value, reached[index - 1] ?? zero));
}

/** What is left of each value after the allowance; a transaction that is free as a whole is not charged at all. */
function charged(values: readonly Fraction[], price: Percentage): readonly Fraction[] {
  const isLimited = price.freeEvents !== null || price.freeVolume !== null;
  if (!isLimited) return values;
  let volume = price.freeVolume === null ? total(values) : fractionOf(price.freeVolume);
  return values.flatMap((value, index) => {
    const isCounted = price.freeEvents === null || index < price.freeEvents;
    const free = isCounted ? smaller(value, larger(volume, zero)) : zero;
    volume = minus(volume, free);
    const rest = minus(value, free);
    return isZero(rest) ? [] : [rest];
  });
}

function inCurrency(amount: string | null, currency: CurrencyCode): string | null {
  if (amount === null) return null;
  return plainText(roundedTo(fractionOf(amount), minorUnitDigits(currency), 'half-up'));
}

function exactSum(answers: readonly RatingAnswer[]): string | null {
  const parts = exactParts(answers);
  return parts === null ? null : plainText(parts.map(fractionOf).reduce(plus, zero));
}

function exactParts(answers: readonly RatingAnswer[]): readonly string[] | null {
  const parts = answers.flatMap(({ unrounded }) => (unrounded === null ? [] : [unrounded]));
  return parts.length === answers.length ? parts : null;
}
