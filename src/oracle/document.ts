import type { Calculation, DocumentDiscount } from '../model/billing/calculation.ts';
import type { PolicyProfile, RoundingPoint } from '../model/billing/policy-profile.ts';
import { type CurrencyCode, minorUnitDigits } from '../model/currency.ts';
import type { Decimal } from '../model/decimal.ts';
import { discountShares, type LineRounding } from './discounts.ts';
import { type Fraction, fractionOf, minus, percentOf, plus, total, zero } from './fraction.ts';
import { plainText, roundedTo } from './rounding.ts';
import type { Trail } from './trail.ts';

export type DocumentQuestion = Extract<Calculation, { kind: 'document' }>;

export interface ReckonedLine {
  readonly net: Fraction;
  readonly discount: Fraction;
  readonly tax: Fraction;
}

export interface Reckoned {
  readonly lines: readonly ReckonedLine[];
  readonly subtotal: Fraction;
  readonly discount: Fraction;
  readonly tax: Fraction;
  readonly total: Fraction;
}

/** A document before it is reckoned; its nets may be fractions that no decimal can write. */
export interface OpenDocument {
  readonly currency: CurrencyCode;
  readonly lines: readonly { readonly net: Fraction; readonly taxPercent: Decimal }[];
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
  const nets = document.lines.map((line) => roundOr(line.net, onLine));
  const discounts = discountsPerLine(document, nets, onLine);
  const lines = document.lines.map(({ taxPercent }, index) => {
    const net = nets[index] ?? zero;
    const discount = discounts[index] ?? zero;
    const tax = roundOr(taxOf(taxPercent, { net, discount }, profile), onLine);
    noteLine({ taxPercent, index, net, discount, tax }, trail);
    return { net, discount, tax };
  });
  return totals(lines, { round, at: document.roundingPoint }, trail);
}

function discountsPerLine(
  document: OpenDocument,
  nets: readonly Fraction[],
  onLine: LineRounding,
): readonly Fraction[] {
  let taken: readonly Fraction[] = nets.map(() => zero);
  for (const discount of document.discounts) {
    const left = nets.map((net, index) => minus(net, taken[index] ?? zero));
    const shares = discountShares(discount, left, onLine);
    taken = taken.map((before, index) => plus(before, shares[index] ?? zero));
  }
  return taken;
}

function taxOf(
  taxPercent: Decimal,
  figures: { readonly net: Fraction; readonly discount: Fraction },
  profile: PolicyProfile,
): Fraction {
  const base = profile.taxBase === 'after-discount' ? minus(figures.net, figures.discount) : figures.net;
  return percentOf(base, fractionOf(taxPercent));
}

function totals(
  lines: readonly ReckonedLine[],
  rounding: { readonly round: (value: Fraction) => Fraction; readonly at: string },
  trail: Trail,
): Reckoned {
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
  figures: ReckonedLine & { readonly taxPercent: Decimal; readonly index: number },
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
