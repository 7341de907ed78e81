import type { Calculation } from '../../model/billing/calculation.ts';
import type { DocumentDiscount } from '../../model/billing/document-line.ts';
import type { PolicyProfile, RoundingPoint } from '../../model/billing/policy-profile.ts';
import { type CurrencyCode, minorUnitDigits } from '../../model/currency.ts';
import type { Decimal } from '../../model/decimal.ts';
import {
  dividedBy,
  type Fraction,
  fractionOf,
  minus,
  percentOf,
  plus,
  times,
  total,
  whole,
  zero,
} from '../arithmetic/fraction.ts';
import { plainText, roundedTo } from '../arithmetic/rounding.ts';
import type { Trail } from '../trail.ts';
import { discountShares, type LineRounding } from './discounts.ts';
import { sharedTaxes } from './shared-taxes.ts';

export type DocumentQuestion = Extract<Calculation, { kind: 'document' }>;

export interface ReckonedLine {
  readonly net: Fraction;
  readonly discount: Fraction;
  readonly tax: Fraction;
  /** As it was asked: with the tax in it where prices are gross. */
  readonly price: Fraction;
  /** What went off the price, in the same terms. */
  readonly taken: Fraction;
}

export interface Reckoned {
  readonly lines: readonly ReckonedLine[];
  /** What each discount took off the prices. */
  readonly perDiscount: readonly Fraction[];
  readonly subtotal: Fraction;
  readonly discount: Fraction;
  readonly tax: Fraction;
  readonly total: Fraction;
}

export interface OpenLine {
  /** The price; the tax is within it where prices are gross. */
  readonly net: Fraction;
  readonly taxPercent: Decimal;
  readonly prices?: 'net' | 'gross';
  /** Of a credit: the share that was taken off what it gives back; no discount applies to it. */
  readonly takenShare?: Fraction | null;
}

/** A document before it is reckoned; its nets may be fractions that no decimal can write. */
export interface OpenDocument {
  readonly currency: CurrencyCode;
  readonly lines: readonly OpenLine[];
  readonly discounts: readonly DocumentDiscount[];
  readonly roundingPoint: RoundingPoint;
  /** Whether prices and discounts are in whole minor units of their own, wherever tax is rounded. */
  readonly isInMoney?: boolean;
  readonly lineTaxes?: DocumentQuestion['lineTaxes'];
}

export function openDocument(question: DocumentQuestion): OpenDocument {
  const lines = question.lines.map((line) => ({
    ...line,
    net: fractionOf(line.net),
    prices: line.prices ?? 'net',
  }));
  return { ...question, lines };
}

/** The figures of a document: discounts in their order, then tax; rounded where the document says. */
export function reckon(document: OpenDocument, profile: PolicyProfile, trail: Trail): Reckoned {
  const round = rounder(document, profile);
  const { roundingPoint, isInMoney = roundingPoint === 'tax-rate' } = document;
  const inMoney: LineRounding = { digits: minorUnitDigits(document.currency), round };
  const onTax = roundingPoint === 'line' ? inMoney : null;
  const onLine = isInMoney ? inMoney : onTax;
  const prices = document.lines.map((line) => roundOr(line.net, onLine));
  const { taken, perDiscount } = discountsPerLine(document, prices, { onLine, profile });
  const lines = document.lines.map((line, index) => {
    const figures = { price: prices[index] ?? zero, taken: taken[index] ?? zero };
    const reckoned = { ...figures, ...taxed(line, figures, { onLine: onTax, profile }) };
    noteLine({ taxPercent: line.taxPercent, index, ...reckoned }, trail);
    return reckoned;
  });
  const exact = { ...totals(lines, { document, round }, trail), perDiscount };
  const sums =
    document.lineTaxes === 'shared' ? { ...exact, lines: sharedTaxes(document, lines, profile) } : exact;
  const isGross = document.lines.some(({ prices }) => prices === 'gross');
  const isRoundedOnce = roundingPoint === 'invoice' || roundingPoint === 'tax-rate';
  return isGross && isRoundedOnce ? withGrossTotal(sums, document, round) : sums;
}

interface Ways {
  readonly onLine: LineRounding;
  readonly profile: PolicyProfile;
}

function discountsPerLine(
  document: OpenDocument,
  prices: readonly Fraction[],
  { onLine, profile }: Ways,
): { readonly taken: readonly Fraction[]; readonly perDiscount: readonly Fraction[] } {
  let taken = document.lines.map(({ takenShare = null }, index) =>
    takenShare === null ? zero : roundOr(times(prices[index] ?? zero, takenShare), onLine),
  );
  const perDiscount: Fraction[] = [];
  for (const discount of document.discounts) {
    const left = prices.map((price, index) => minus(price, taken[index] ?? zero));
    const shares = discountShares(discount, left, { rounding: onLine, remainder: profile.shareRemainder });
    perDiscount.push(total(shares));
    taken = taken.map((before, index) => plus(before, shares[index] ?? zero));
  }
  return { taken, perDiscount };
}

/** Net and tax of a line. A gross price is split into both, so that net and tax always come to what was asked. */
function taxed(
  { taxPercent, prices }: OpenLine,
  { price, taken }: Pick<ReckonedLine, 'price' | 'taken'>,
  { onLine, profile }: Ways,
): Pick<ReckonedLine, 'net' | 'discount' | 'tax'> {
  const left = minus(price, taken);
  const base = profile.taxBase === 'after-discount' ? left : price;
  const rate = fractionOf(taxPercent);
  if (prices !== 'gross') return { net: price, discount: taken, tax: roundOr(percentOf(base, rate), onLine) };
  const within = (gross: Fraction) => {
    const withoutTax = dividedBy(gross, plus(whole(1), dividedBy(rate, whole(100))));
    return roundOr(minus(gross, withoutTax), onLine);
  };
  const tax = within(base);
  const net = minus(price, within(price));
  return { net, discount: minus(net, minus(left, tax)), tax };
}

function totals(
  lines: readonly ReckonedLine[],
  { document, round }: { readonly document: OpenDocument; readonly round: (value: Fraction) => Fraction },
  trail: Trail,
): Omit<Reckoned, 'perDiscount'> {
  const { roundingPoint } = document;
  const finish = roundingPoint === 'invoice' ? round : (value: Fraction) => value;
  const subtotal = finish(total(lines.map(({ net }) => net)));
  const discount = finish(total(lines.map((line) => line.discount)));
  const tax =
    roundingPoint === 'tax-rate'
      ? taxByRate(lines, document, round)
      : finish(total(lines.map((line) => line.tax)));
  const sum = plus(minus(subtotal, discount), tax);
  trail.note('sum of the lines before discount', subtotal);
  trail.note('discount of all lines', discount);
  trail.note(roundingPoint === 'invoice' ? 'tax of all lines, rounded once' : 'tax of all lines', tax);
  trail.note('subtotal less discount plus tax', sum);
  return { lines, subtotal, discount, tax, total: sum };
}

/** The tax of all lines with one rate is one sum, rounded once. */
function taxByRate(
  lines: readonly ReckonedLine[],
  document: OpenDocument,
  round: (value: Fraction) => Fraction,
): Fraction {
  const rates = new Map<string, Fraction>();
  document.lines.forEach(({ taxPercent }, index) => {
    const rate = plainText(fractionOf(taxPercent));
    rates.set(rate, plus(rates.get(rate) ?? zero, lines[index]?.tax ?? zero));
  });
  return total([...rates.values()].map(round));
}

/** With prices that hold their tax, what is asked for is the sum of the prices; net is what the tax leaves of it. */
function withGrossTotal(
  sums: Reckoned,
  { lines }: OpenDocument,
  round: (value: Fraction) => Fraction,
): Reckoned {
  const asked = sums.lines.map(({ price, taken, tax }, index) => {
    const left = minus(price, taken);
    return lines[index]?.prices === 'gross' ? left : plus(left, tax);
  });
  const sum = round(total(asked));
  return { ...sums, total: sum, subtotal: plus(minus(sum, sums.tax), sums.discount) };
}

function noteLine(
  figures: Omit<ReckonedLine, 'price' | 'taken'> & { readonly taxPercent: Decimal; readonly index: number },
  trail: Trail,
): void {
  const { taxPercent, index, net, discount, tax } = figures;
  trail.note(`line ${index + 1}: net`, net);
  if (discount.numerator !== 0n) trail.note(`line ${index + 1}: discount`, discount);
  trail.note(
    `line ${index + 1}: ${taxPercent} % tax, net less discount ${plainText(minus(net, discount))}`,
    tax,
  );
}

function rounder(document: OpenDocument, profile: PolicyProfile): (value: Fraction) => Fraction {
  const digits = minorUnitDigits(document.currency);
  return (value) => roundedTo(value, digits, profile.roundingMode);
}

function roundOr(value: Fraction, rounding: LineRounding): Fraction {
  return rounding === null ? value : rounding.round(value);
}
