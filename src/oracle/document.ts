import type { Calculation, DocumentLine } from '../model/billing/calculation.ts';
import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import { minorUnitDigits } from '../model/currency.ts';
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

/** The figures of a document: discounts in their order, then tax; rounded where the question says. */
export function reckon(question: DocumentQuestion, profile: PolicyProfile, trail: Trail): Reckoned {
  const round = rounder(question, profile);
  const onLine: LineRounding =
    question.roundingPoint === 'line' ? { digits: minorUnitDigits(question.currency), round } : null;
  const nets = question.lines.map((line) => roundOr(fractionOf(line.net), onLine));
  const discounts = discountsPerLine(question, nets, onLine);
  const lines = question.lines.map((line, index) => {
    const net = nets[index] ?? zero;
    const discount = discounts[index] ?? zero;
    const tax = roundOr(taxOf(line, { net, discount }, profile), onLine);
    noteLine({ line, index, net, discount, tax }, trail);
    return { net, discount, tax };
  });
  return totals(lines, { round, at: question.roundingPoint }, trail);
}

function discountsPerLine(
  question: DocumentQuestion,
  nets: readonly Fraction[],
  onLine: LineRounding,
): readonly Fraction[] {
  let taken: readonly Fraction[] = nets.map(() => zero);
  for (const discount of question.discounts) {
    const left = nets.map((net, index) => minus(net, taken[index] ?? zero));
    const shares = discountShares(discount, left, onLine);
    taken = taken.map((before, index) => plus(before, shares[index] ?? zero));
  }
  return taken;
}

function taxOf(
  line: DocumentLine,
  figures: { readonly net: Fraction; readonly discount: Fraction },
  profile: PolicyProfile,
): Fraction {
  const base = profile.taxBase === 'after-discount' ? minus(figures.net, figures.discount) : figures.net;
  return percentOf(base, fractionOf(line.taxPercent));
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
  figures: ReckonedLine & { readonly line: DocumentLine; readonly index: number },
  trail: Trail,
): void {
  const { line, index, net, discount, tax } = figures;
  trail.note(`line ${index + 1}: net ${line.net}, on the document`, net);
  if (discount.numerator !== 0n) trail.note(`line ${index + 1}: discount`, discount);
  trail.note(
    `line ${index + 1}: ${line.taxPercent} % tax, ${plainText(minus(net, discount))} after discount`,
    tax,
  );
}

function rounder(question: DocumentQuestion, profile: PolicyProfile): (value: Fraction) => Fraction {
  const digits = minorUnitDigits(question.currency);
  return (value) => roundedTo(value, digits, profile.roundingMode);
}

function roundOr(value: Fraction, rounding: LineRounding): Fraction {
  return rounding === null ? value : rounding.round(value);
}
