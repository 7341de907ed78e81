import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { DocumentLine } from '../../model/billing/document-line.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { type Decimal, decimalFrom } from '../../model/decimal.ts';
import {
  exactDecimal,
  type Fraction,
  fractionFromDecimal,
  fractionOf,
  minus,
  sum,
  times,
  zero,
} from '../arithmetic/fraction.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/index.ts';
import { takeDiscounts } from './take-discounts.ts';

type DocumentQuestion = Extract<Calculation, { readonly kind: 'document' }>;

interface Rounding {
  /** For prices and discounts of lines: to the currency, or not at all. */
  readonly line: (amount: Fraction) => Fraction;
  /** The smallest coin where lines are rounded to it, else null. */
  readonly unit: Fraction | null;
  readonly shown: (amount: Fraction) => Decimal;
}

interface PricedLine {
  readonly asked: DocumentLine;
  readonly price: Fraction;
  readonly taken: Fraction;
  /** On what the discount leaves, and on the whole price: before rounding. */
  readonly tax: Fraction;
  readonly taxOnPrice: Fraction;
}

export function answerDocument(rules: Rules, question: DocumentQuestion): CalculationAnswer {
  const rounding = roundingFor(rules, question);
  const lines = pricedLines(rules, question, rounding);
  const parts = roundedParts(rules, question, lines);
  const sumOf = (pick: (line: LineParts) => Fraction) => rounding.shown(sum(parts.map(pick)));
  const subtotal = sumOf((line) => line.net);
  const discount = sumOf((line) => line.discount);
  const tax = sumOf((line) => line.tax);
  return {
    kind: 'document',
    subtotal,
    discount,
    tax,
    total: rounding.shown(documentTotal(rules, { subtotal, discount, tax })),
    lines: partsByLine(rules, question).map((line) => ({
      net: rounding.shown(line.net),
      discount: rounding.shown(line.discount),
      tax: rounding.shown(line.tax),
    })),
  };
}

/**
 * What each line comes to by itself: where a sum is rounded once, no line makes up for its cent, unless the question is for the
 * share that each has in it.
 */
export function partsByLine(rules: Rules, question: DocumentQuestion): readonly LineParts[] {
  const lines = pricedLines(rules, question, roundingFor(rules, question));
  if (question.roundingPoint === 'line') return roundedParts(rules, question, lines);
  if (question.lineTaxes === 'shared' && question.roundingPoint !== 'none') {
    const taxes = taxesInCoins(rules, question, lines);
    const onPrices = taxesInCoins(
      rules,
      question,
      lines.map((line) => ({ ...line, tax: line.taxOnPrice })),
    );
    return lines.map((line, index) =>
      partsOf(line, { tax: taxes[index] ?? zero, onPrice: onPrices[index] ?? zero }),
    );
  }
  return lines.map((line) => partsOf(line, { tax: line.tax, onPrice: line.taxOnPrice }));
}

function roundedParts(
  rules: Rules,
  question: DocumentQuestion,
  lines: readonly PricedLine[],
): readonly LineParts[] {
  const taxes = roundedTaxes(rules, question, lines);
  const onPrices = lines.map((line) => ({ ...line, tax: line.taxOnPrice }));
  const taxesOnPrice = roundedTaxes(rules, question, onPrices);
  return lines.map((line, index) =>
    partsOf(line, { tax: taxes[index] ?? zero, onPrice: taxesOnPrice[index] ?? zero }),
  );
}

/** A line of a document in fractions. */
export interface LineParts {
  readonly net: Fraction;
  readonly discount: Fraction;
  readonly tax: Fraction;
}

/** Of a price that has its tax within it, net and discount are what the tax leaves. */
function partsOf(
  { asked, price, taken }: PricedLine,
  { tax, onPrice }: { readonly tax: Fraction; readonly onPrice: Fraction },
): LineParts {
  if (asked.prices !== 'gross') return { net: price, discount: taken, tax };
  const net = minus(price, onPrice);
  return { net, discount: minus(net, minus(minus(price, taken), tax)), tax };
}

function pricedLines(rules: Rules, question: DocumentQuestion, rounding: Rounding): readonly PricedLine[] {
  const { currency } = question;
  const prices = question.lines.map((line) => rounding.line(fractionFromDecimal(line.net)));
  refuseUnknownLines(question);
  const { perLine } = takeDiscounts(rules, question.discounts, {
    nets: prices,
    round: rounding.line,
    unit: rounding.unit,
  });
  return question.lines.map((asked, index) => {
    const [price, taken] = [prices[index] ?? zero, perLine[index] ?? zero];
    const taxOn = (base: Fraction) =>
      rules.taxAmount({ base, ratePercent: asked.taxPercent, prices: asked.prices ?? 'net' });
    const base = rules.taxBase({ net: price, discount: taken, currency });
    return { asked, price, taken, tax: taxOn(base), taxOnPrice: taxOn(price) };
  });
}

/** Rounded on each line, or exact parts of a sum that is rounded once. */
function roundedTaxes(
  rules: Rules,
  { roundingPoint: point, currency }: DocumentQuestion,
  lines: readonly PricedLine[],
): readonly Fraction[] {
  const exact = lines.map(({ tax }) => tax);
  const digits = minorUnitDigits(currency);
  const inMoney = (minor: bigint) => fractionOf(minor, 10n ** BigInt(digits));
  if (point === 'line') return exact.map((tax) => inMoney(rules.roundToMinor(tax, currency)));
  // Net is what the tax leaves of a gross price, so that both must be in whole coins to come to it.
  const isGross = lines.some(({ asked }) => asked.prices === 'gross');
  if (point === 'none' || (point === 'invoice' && !isGross)) return exact;
  return taxesInCoins(rules, { roundingPoint: point, currency }, lines);
}

/** Each line's part of the tax in whole coins. */
function taxesInCoins(
  rules: Rules,
  { roundingPoint: point, currency }: Pick<DocumentQuestion, 'roundingPoint' | 'currency'>,
  lines: readonly PricedLine[],
): readonly Fraction[] {
  const exact = lines.map(({ tax }) => tax);
  const percents = lines.map(({ asked }) => asked.taxPercent);
  const coins = 10n ** BigInt(minorUnitDigits(currency));
  return rules.roundTaxes({ exact, currency, point, percents }).map((minor) => fractionOf(minor, coins));
}

function roundingFor(rules: Rules, question: DocumentQuestion): Rounding {
  const digits = minorUnitDigits(question.currency);
  const toMinor = (amount: Fraction) => rules.roundToMinor(amount, question.currency);
  const rounded = (amount: Fraction) => decimalFrom(toMinor(amount), digits);
  const exact = (amount: Fraction) => exactDecimal(amount, digits) ?? rounded(amount);
  const isInMoney = question.roundingPoint === 'line' || question.roundingPoint === 'tax-rate';
  return {
    unit: isInMoney ? fractionOf(1n, 10n ** BigInt(digits)) : null,
    line: isInMoney ? (amount) => fractionOf(toMinor(amount), 10n ** BigInt(digits)) : (amount) => amount,
    shown: question.roundingPoint === 'none' ? exact : rounded,
  };
}

/** The invoice rule works on whole numbers, so all amounts are scaled until they are whole. */
function documentTotal(
  rules: Rules,
  sums: { readonly subtotal: Decimal; readonly discount: Decimal; readonly tax: Decimal },
): Fraction {
  const scale = 10n ** 80n;
  const whole = (amount: Decimal) => times(fractionFromDecimal(amount), fractionOf(scale, 1n)).over;
  const total = rules.invoiceTotal({
    subtotal: whole(sums.subtotal),
    discount: whole(sums.discount),
    tax: whole(sums.tax),
    majorUnit: scale,
  });
  return fractionOf(total, scale);
}

function refuseUnknownLines(question: DocumentQuestion): void {
  const count = question.lines.length;
  for (const { lines } of question.discounts) {
    const wrong = lines?.find((index) => index >= count);
    if (wrong !== undefined) refuse('discounts', `Found line ${wrong}, expected an index below ${count}.`);
  }
}
