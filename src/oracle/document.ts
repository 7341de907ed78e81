import type { Calculation, DocumentDiscount } from '../model/billing/calculation.ts';
import type { PolicyProfile, RoundingPoint } from '../model/billing/policy-profile.ts';
import { type CurrencyCode, minorUnitDigits } from '../model/currency.ts';
import type { Decimal } from '../model/decimal.ts';
import { discountShares, type LineRounding } from './discounts.ts';
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
} from './fraction.ts';
import { plainText, roundedTo } from './rounding.ts';
import type { Trail } from './trail.ts';

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
}

export function openDocument(question: DocumentQuestion): OpenDocument {
  const lines = question.lines.map(({ net, taxPercent }) => ({ net: fractionOf(net), taxPercent }));
  return { ...question, lines };
}

/** The figures of a document: discounts in their order, then tax; rounded where the document says. */
export function reckon(document: OpenDocument, profile: PolicyProfile, trail: Trail): Reckoned {
  const round = rounder(document, profile);
  const onLine: LineRounding =
    document.roundingPoint === 'line' ? { digits: minorUnitDigits(document.currency), round } : null;
  const prices = document.lines.map((line) => roundOr(line.net, onLine));
  const { taken, perDiscount } = discountsPerLine(document, prices, { onLine, profile });
  const lines = document.lines.map((line, index) => {
    const figures = { price: prices[index] ?? zero, taken: taken[index] ?? zero };
    const reckoned = { ...figures, ...taxed(line, figures, { onLine, profile }) };
    noteLine({ taxPercent: line.taxPercent, index, ...reckoned }, trail);
    return reckoned;
  });
  return { ...totals(lines, { round, at: document.roundingPoint }, trail), perDiscount };
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
  rounding: { readonly round: (value: Fraction) => Fraction; readonly at: string },
  trail: Trail,
): Omit<Reckoned, 'perDiscount'> {
  const finish = rounding.at === 'invoice' ? rounding.round : (value: Fraction) => value;
  const subtotal = finish(total(lines.map(({ net }) => net)));
  const discount = finish(total(lines.map((line) => line.discount)));
  const tax = finish(total(lines.map((line) => line.tax)));
  const sum = plus(minus(subtotal, discount), tax);
  trail.note('sum of the lines before discount', subtotal);
  trail.note('discount of all lines', discount);
  trail.note(rounding.at === 'invoice' ? 'tax of all lines, rounded once' : 'tax of all lines', tax);
  trail.note('subtotal less discount plus tax', sum);
  return { lines, subtotal, discount, tax, total: sum };
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
