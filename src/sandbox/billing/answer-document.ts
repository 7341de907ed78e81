import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { type Decimal, decimalFrom } from '../../model/decimal.ts';
import {
  exactDecimal,
  type Fraction,
  fractionFromDecimal,
  fractionOf,
  sum,
  times,
  zero,
} from '../arithmetic/fraction.ts';
import { refuse } from '../refusal.ts';
import type { Rules } from '../rules/index.ts';
import { takeDiscounts } from './take-discounts.ts';

type DocumentQuestion = Extract<Calculation, { readonly kind: 'document' }>;

interface Rounding {
  /** For amounts of lines: to the currency, or not at all. */
  readonly line: (amount: Fraction) => Fraction;
  /** The smallest coin where lines are rounded to it, else null. */
  readonly unit: Fraction | null;
  readonly shown: (amount: Fraction) => Decimal;
}

export function answerDocument(rules: Rules, question: DocumentQuestion): CalculationAnswer {
  const { currency } = question;
  const rounding = roundingFor(rules, question);
  const nets = question.lines.map((line) => rounding.line(fractionFromDecimal(line.net)));
  refuseUnknownLines(question);
  const discounts = takeDiscounts(rules, question.discounts, {
    nets,
    round: rounding.line,
    unit: rounding.unit,
  });
  const lines = question.lines.map((line, index) => {
    const net = nets[index] ?? zero;
    const discount = discounts.perLine[index] ?? zero;
    const base = rules.taxBase({ net, discount, currency });
    return { net, discount, tax: rounding.line(taxOn(rules, base, line.taxPercent)) };
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

function taxOn(rules: Rules, base: Fraction, ratePercent: Decimal): Fraction {
  return rules.taxAmount({ base, ratePercent, prices: 'net' });
}

function roundingFor(rules: Rules, question: DocumentQuestion): Rounding {
  const digits = minorUnitDigits(question.currency);
  const toMinor = (amount: Fraction) => rules.roundToMinor(amount, question.currency);
  const rounded = (amount: Fraction) => decimalFrom(toMinor(amount), digits);
  const exact = (amount: Fraction) => exactDecimal(amount, digits) ?? rounded(amount);
  return {
    unit: question.roundingPoint === 'line' ? fractionOf(1n, 10n ** BigInt(digits)) : null,
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

function refuseUnknownLines(question: DocumentQuestion): void {
  const count = question.lines.length;
  for (const { lines } of question.discounts) {
    const wrong = lines?.find((index) => index >= count);
    if (wrong !== undefined) refuse('discounts', `Found line ${wrong}, expected an index below ${count}.`);
  }
}
