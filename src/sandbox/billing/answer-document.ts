import type { Calculation, CalculationAnswer, DocumentDiscount } from '../../model/billing/calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { type Decimal, decimalFrom } from '../../model/decimal.ts';
import {
  dividedBy,
  exactDecimal,
  type Fraction,
  fractionFromDecimal,
  fractionOf,
  minus,
  percentOf,
  plus,
  smaller,
  sum,
  times,
  zero,
} from '../arithmetic/fraction.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/index.ts';

type DocumentQuestion = Extract<Calculation, { readonly kind: 'document' }>;

interface Rounding {
  /** For amounts of lines: to the currency, or not at all. */
  readonly line: (amount: Fraction) => Fraction;
  readonly shown: (amount: Fraction) => Decimal;
}

export function answerDocument(rules: Rules, question: DocumentQuestion): CalculationAnswer {
  const { currency } = question;
  const rounding = roundingFor(rules, question);
  const nets = question.lines.map((line) => rounding.line(fractionFromDecimal(line.net)));
  const discounts = discountLines(rules, question.discounts, { nets, round: rounding.line });
  const lines = question.lines.map((line, index) => {
    const net = nets[index] ?? zero;
    const discount = discounts[index] ?? zero;
    const base = rules.taxBase({ net, discount, currency });
    return { net, discount, tax: rounding.line(percentOf(base, line.taxPercent)) };
  });
  const sumOf = (pick: (line: (typeof lines)[number]) => Fraction) => rounding.shown(sum(lines.map(pick)));
  const subtotal = sumOf((line) => line.net);
  const discount = sumOf((line) => line.discount);
  const tax = sumOf((line) => line.tax);
  return {
    kind: 'document',
    subtotal,
    discount,
    tax,
    total: rounding.shown(documentTotal(rules, { subtotal, discount, tax })),
    lines: lines.map((line) => ({
      net: rounding.shown(line.net),
      discount: rounding.shown(line.discount),
      tax: rounding.shown(line.tax),
    })),
  };
}

function roundingFor(rules: Rules, question: DocumentQuestion): Rounding {
  const digits = minorUnitDigits(question.currency);
  const toMinor = (amount: Fraction) => rules.roundToMinor(amount, question.currency);
  const rounded = (amount: Fraction) => decimalFrom(toMinor(amount), digits);
  const exact = (amount: Fraction) => exactDecimal(amount, digits) ?? rounded(amount);
  return {
    line:
      question.roundingPoint === 'line'
        ? (amount) => fractionOf(toMinor(amount), 10n ** BigInt(digits))
        : (amount) => amount,
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

/** What is taken off each line: one discount after the other, each from what the earlier ones left. */
function discountLines(
  rules: Rules,
  discounts: readonly DocumentDiscount[],
  document: { readonly nets: readonly Fraction[]; readonly round: (amount: Fraction) => Fraction },
): readonly Fraction[] {
  let taken: readonly Fraction[] = document.nets.map(() => zero);
  for (const discount of discounts) {
    const left = document.nets.map((net, index) => minus(net, taken[index] ?? zero));
    const targets = targetLines(rules, discount, left.length);
    const parts = left.map((rest, index) => (targets.has(index) ? rest : zero));
    const more =
      discount.kind === 'percent'
        ? parts.map((part) => document.round(percentOf(part, discount.percent)))
        : shareOut(smaller(fractionFromDecimal(discount.amount), sum(parts)), parts, document.round);
    taken = taken.map((before, index) => plus(before, more[index] ?? zero));
  }
  return taken;
}

function targetLines(rules: Rules, discount: DocumentDiscount, count: number): ReadonlySet<number> {
  const wrong = discount.lines?.find((index) => index >= count);
  if (wrong !== undefined) refuse('discounts', `Found line ${wrong}, expected an index below ${count}.`);
  return new Set(rules.discountTargets(discount.lines, count));
}

/** In proportion to the parts. Each share is rounded with the shares before it, so that the sum is exact. */
function shareOut(
  amount: Fraction,
  parts: readonly Fraction[],
  round: (amount: Fraction) => Fraction,
): readonly Fraction[] {
  const whole = sum(parts);
  if (whole.over === 0n) return parts.map(() => zero);
  let reached = zero;
  let given = zero;
  return parts.map((part) => {
    reached = plus(reached, part);
    const share = minus(round(dividedBy(times(amount, reached), whole)), given);
    given = plus(given, share);
    return share;
  });
}
