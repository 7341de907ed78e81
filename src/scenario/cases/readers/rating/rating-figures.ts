import type { Decimal } from '../../../../model/decimal.ts';
import {
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  decimalParts,
  isDecimal,
} from '../../../../model/decimal.ts';
import {
  compare,
  dividedBy,
  type Fraction,
  fractionOf,
  isZero,
  minus,
  plus,
} from '../../../../oracle/arithmetic/fraction.ts';
import { plainText, roundedTo } from '../../../../oracle/arithmetic/rounding.ts';
import { type Figure, figureOn, type RatingAnswer, type RatingQuestion } from '../../claim.ts';
import { inMinorUnits } from '../fields/minor-units.ts';

type Pick = (answer: RatingAnswer, question: RatingQuestion, expected: string) => string | null;

/** The figure that a rating case calls `key`, or null when rating has no such figure. */
export function ratingFigure(question: RatingQuestion, key: string, expected: string): Figure | null {
  if (key.endsWith('Minor')) {
    const base = ratingFigure(question, key.slice(0, -'Minor'.length), expected);
    return base === null ? null : inMinorUnits(base, question.currency);
  }
  const isSplit = key === 'lines[]' || key === 'perTier[]';
  if (isSplit && !('tiers' in question.price)) return key === 'lines[]' ? onlyLine(question, expected) : null;
  return tierFigure(question, key) ?? pickedFigure(question, key, expected) ?? countFigure(question, key);
}

/** A price without tiers has one line, or none where nothing was used; what a commitment adds would be another. */
function onlyLine(question: RatingQuestion, expected: string): Figure | null {
  if (question.minimum !== null || question.maximum !== null) return null;
  const lines = expected === '' ? [] : expected.split(', ');
  return on(question, ({ amount }) => asLines([amount], lines), 'plain');
}

function tierFigure(question: RatingQuestion, key: string): Figure | null {
  const tier = /^tier([1-9]\d*)$/.exec(key)?.[1];
  return tier === undefined
    ? null
    : on(question, ({ perTier }) => perTier[Number(tier) - 1] ?? null, 'money');
}

function pickedFigure(question: RatingQuestion, key: string, expected: string): Figure | null {
  const money = Object.hasOwn(moneyPicks, key) ? moneyPicks[key] : undefined;
  if (money !== undefined) return on(question, (answer) => money(answer, question, expected), 'money');
  const plain = Object.hasOwn(plainPicks, key) ? plainPicks[key] : undefined;
  return plain === undefined ? null : on(question, (answer) => plain(answer, question, expected), 'plain');
}

const moneyPicks: Readonly<Record<string, Pick>> = {
  amount: ({ amount }) => amount,
  total: ({ amount }) => amount,
  fee: ({ amount }) => amount,
  trueUp: ({ trueUp }) => trueUp,
  capDiscount: ({ capDiscount }) => capDiscount,
  gross: ({ amount, trueUp, capDiscount }) =>
    plainText(plus(minus(fractionOf(amount), fractionOf(trueUp)), fractionOf(capDiscount))),
};

const plainPicks: Readonly<Record<string, Pick>> = {
  amountUnrounded: ({ unrounded }) => unrounded,
  totalUnrounded: ({ unrounded }) => unrounded,
  effectiveUnit: ({ unrounded }, { quantity }, expected) =>
    unrounded === null || isZero(fractionOf(quantity)) ? null : quotient(unrounded, quantity, expected),
  'perTier[]': ({ perTier }) => perTier.join(', '),
  'lines[]': ({ perTier }, _question, expected) => asLines(perTier, expected.split(', ')),
};

/** Figures that a system shows through the price of a simpler question: how many units or packages it would charge. */
function countFigure(question: RatingQuestion, key: string): Figure | null {
  const { price } = question;
  if (price.kind === 'package' && key === 'packages') {
    return on({ ...question, price: { ...price, packagePrice: '1' } }, ({ unrounded }) => unrounded, 'plain');
  }
  if (price.kind === 'package' && key === 'paidUnits') {
    const { scale } = decimalParts(canonicalDecimal(question.quantity));
    const step = scale === 0 ? '1' : `0.${'1'.padStart(scale, '0')}`;
    const each = { ...price, packageSize: step, packagePrice: step };
    return on({ ...question, price: each }, ({ unrounded }) => unrounded, 'plain');
  }
  if (key === 'tier' && (price.kind === 'volume' || price.kind === 'stairstep')) return reachedTier(question);
  return price.kind === 'percentage' ? freeFigure(question, key) : unitsFigure(question, key);
}

/** What is free was taken off when the case was read, so that the units are those of the question. */
function unitsFigure(question: RatingQuestion, key: string): Figure | null {
  // Of units that are sold in blocks, it may be the units or the blocks that are meant.
  const isInBlocks =
    'tiers' in question.price && question.price.tiers.some(({ block }) => block !== undefined);
  if (key !== 'paidUnits' || isInBlocks) return null;
  return on({ ...question, price: { kind: 'per-unit', unit: '1' } }, ({ unrounded }) => unrounded, 'plain');
}

/** Which tier prices the quantity, counted from 1: the one that contributes where each costs one flat fee. */
function reachedTier(question: RatingQuestion): Figure | null {
  if (!('tiers' in question.price)) return null;
  const tiers = question.price.tiers.map((tier) => ({ ...tier, unit: '0', flat: '1' }));
  const price = { ...question.price, tiers };
  return on(
    { ...question, price, alreadyBilled: '0' },
    ({ perTier }) => String(perTier.findIndex((part) => compareDecimals(part, '0') > 0) + 1),
    'plain',
  );
}

function freeFigure(question: RatingQuestion, key: string): Figure | null {
  const { price } = question;
  if (price.kind !== 'percentage') return null;
  if (key === 'paidUnits') {
    const valueOnly = { ...price, ratePercent: '100', fixedPerEvent: '0' };
    return on({ ...question, price: valueOnly }, ({ unrounded }) => unrounded, 'plain');
  }
  if (key === 'paidEvents') {
    const eventsOnly = { ...price, ratePercent: '0', fixedPerEvent: '1' };
    return on({ ...question, price: eventsOnly }, ({ unrounded }) => unrounded, 'plain');
  }
  if (key === 'freeUnits') {
    const valueOnly = { ...price, ratePercent: '100', fixedPerEvent: '0' };
    return on({ ...question, price: valueOnly }, lessThan(question.quantity), 'plain');
  }
  if (key === 'freeEvents') {
    const eventsOnly = { ...price, ratePercent: '0', fixedPerEvent: '1' };
    return on({ ...question, price: eventsOnly }, lessThan(String(question.runningTotals.length)), 'plain');
  }
  return null;
}

function lessThan(all: Decimal): (answer: RatingAnswer) => string | null {
  return ({ unrounded }) =>
    unrounded === null ? null : plainText(minus(fractionOf(all), fractionOf(unrounded)));
}

/**
 * Engines print a tier as one line or as two, units and flat fee, and some print lines of zero. The expected lines are
 * right when, zeros aside, they are the tiers in order; otherwise the tiers are shown as they are.
 */
function asLines(perTier: readonly Decimal[], expected: readonly string[]): string {
  const open = expected.filter((line) => compareDecimals(line, '0') !== 0);
  for (const tier of perTier.filter((part) => compareDecimals(part, '0') !== 0)) {
    const [first, second] = open;
    if (first !== undefined && compareDecimals(first, tier) === 0) open.shift();
    else if (first !== undefined && second !== undefined && sumIs(tier, first, second)) open.splice(0, 2);
    else return perTier.join(', ');
  }
  return open.length === 0 ? expected.join(', ') : perTier.join(', ');
}

function sumIs(sum: Decimal, first: string, second: string): boolean {
  return compareDecimals(addDecimals(first, second), sum) === 0;
}

/** Digits without an end are shown with as many as the case has. */
function quotient(amount: Decimal, by: Decimal, expected: string): string {
  const value: Fraction = dividedBy(fractionOf(amount), fractionOf(by));
  const isEndless = compare(value, fractionOf(plainText(value))) !== 0;
  return isEndless && isDecimal(expected)
    ? plainText(roundedTo(value, decimalParts(expected).scale, 'half-up'))
    : plainText(value);
}

function on(
  question: RatingQuestion,
  pick: (answer: RatingAnswer) => string | null,
  unit: 'money' | 'plain',
): Figure {
  return figureOn(question, unit === 'money' ? question.currency : null, pick);
}
