import { minorUnitDigits } from '../../../../model/currency.ts';
import { type Decimal, decimalParts, isDecimal } from '../../../../model/decimal.ts';
import {
  compare,
  dividedBy,
  fractionOf,
  minus,
  total as sumOf,
  times,
  whole,
} from '../../../../oracle/arithmetic/fraction.ts';
import { plainText, roundedTo } from '../../../../oracle/arithmetic/rounding.ts';
import {
  type DocumentAnswer,
  type DocumentQuestion,
  type Figure,
  figureOn,
  figureOnAll,
} from '../../claim.ts';
import { inMinorUnits } from '../fields/minor-units.ts';

type Pick = (answer: DocumentAnswer) => string;

/** The figure that a case of documents calls `key`, or null when a document has no such figure. */
export function documentFigure(question: DocumentQuestion, key: string, expected: string): Figure | null {
  const share = /^shareFee([1-9]\d*)(Minor)?$/.exec(key);
  if (share !== null)
    return exactShare(question, { line: Number(share[1]), isMinor: share[2] !== undefined, expected });
  if (key.endsWith('Minor')) {
    const base = documentFigure(question, key.slice(0, -'Minor'.length), expected);
    return base === null ? null : inMinorUnits(base, question.currency);
  }
  if (key === 'groups') return rateGroups(question);
  if (key === 'nets[]') return lineNets(question);
  if (isOfRates(question, key, expected)) return taxOfEachRate(question);
  if (isOfCoupons(question, key, expected)) return couponAmounts(question);
  return (
    lineTax(question, key) ?? grossFigure(question, key, expected) ?? pickedFigure(question, key, expected)
  );
}

/**
 * Of prices that hold their tax, engines show the sum and the discount with it or without it. Where the case has them with the
 * tax, that is what is shown.
 */
function grossFigure(question: DocumentQuestion, key: string, expected: string): Figure | null {
  const isGross = question.lines.every(({ prices }) => prices === 'gross');
  const pick = Object.hasOwn(picks, key) ? picks[key] : undefined;
  if (!isGross || pick === undefined || !['discount', 'subtotal'].includes(key)) return null;
  const listed = sumOf(question.lines.map(({ net }) => fractionOf(net)));
  return figureOn(question, question.currency, (answer) => {
    const withTax = key === 'subtotal' ? listed : minus(listed, fractionOf(answer.total));
    const isMeant = isDecimal(expected) && compare(withTax, fractionOf(expected)) === 0;
    return isMeant ? plainText(withTax) : pick(answer);
  });
}

/** What each line comes to without its tax, after discounts. */
function lineNets(question: DocumentQuestion): Figure {
  return figureOn(question, null, ({ lines }) =>
    lines.map(({ net, discount }) => plainText(minus(fractionOf(net), fractionOf(discount)))).join(', '),
  );
}

/** Whether a list has what each coupon took, and not what went off each line. */
function isOfCoupons({ lines, discounts }: DocumentQuestion, key: string, expected: string): boolean {
  if (key === 'coupons[]' || key === 'couponAmounts[]') return true;
  const count = expected.split(', ').length;
  return key === 'discounts[]' && count === discounts.length && count !== lines.length;
}

/** Whether a list has the tax of each rate, and not of each line. */
function isOfRates({ lines }: DocumentQuestion, key: string, expected: string): boolean {
  const count = expected.split(', ').length;
  return key === 'taxes[]' && count !== lines.length && count === ratesOf(lines).length;
}

/** The tax of the lines of each rate, in the order in which the rates stand on the lines. */
function taxOfEachRate(question: DocumentQuestion): Figure {
  return figureOn(question, null, ({ lines }) =>
    ratesOf(question.lines)
      .map((rate) => {
        const taxes = lines.filter((_, index) => question.lines[index]?.taxPercent === rate);
        return plainText(sumOf(taxes.map(({ tax }) => fractionOf(tax))));
      })
      .join(', '),
  );
}

function ratesOf(lines: DocumentQuestion['lines']): readonly Decimal[] {
  return [...new Set(lines.map(({ taxPercent }) => taxPercent))];
}

/** What each coupon takes: the discount of the document with those up to it, less that with those before it. */
function couponAmounts(question: DocumentQuestion): Figure {
  const upTo = question.discounts.map((_, index) => ({
    ...question,
    discounts: question.discounts.slice(0, index + 1),
  }));
  return figureOnAll(upTo, null, (answers) =>
    answers
      .map(({ discount }, index) =>
        plainText(minus(fractionOf(discount), fractionOf(answers[index - 1]?.discount ?? '0'))),
      )
      .join(', '),
  );
}

function lineTax(question: DocumentQuestion, key: string): Figure | null {
  const line = /^tax(?:Fee|Line)([1-9]\d*)$/.exec(key)?.[1];
  if (line === undefined) return null;
  return figureOn(question, question.currency, ({ lines }) => lines[Number(line) - 1]?.tax ?? null);
}

function pickedFigure(question: DocumentQuestion, key: string, expected: string): Figure | null {
  // Several figures of a document with one line are of something else than its lines.
  if (key.endsWith('[]') && question.lines.length === 1 && expected.includes(', ')) return null;
  const pick = Object.hasOwn(picks, key) ? picks[key] : undefined;
  return pick === undefined ? null : figureOn(question, key.endsWith('[]') ? null : question.currency, pick);
}

const picks: Readonly<Record<string, Pick>> = {
  subtotal: ({ subtotal }) => subtotal,
  fees: ({ subtotal }) => subtotal,
  rounded: ({ subtotal }) => subtotal,
  discount: ({ discount }) => discount,
  discounts: ({ discount }) => discount,
  coupons: ({ discount }) => discount,
  net: ({ subtotal, discount }) => plainText(minus(fractionOf(subtotal), fractionOf(discount))),
  tax: ({ tax }) => tax,
  taxes: ({ tax }) => tax,
  total: ({ total }) => total,
  gross: ({ total }) => total,
  due: ({ total }) => total,
  final: ({ total }) => total,
  payment: ({ total }) => total,
  'lines[]': ({ lines }) => lines.map(({ net }) => net).join(', '),
  'taxes[]': ({ lines }) => lines.map(({ tax }) => tax).join(', '),
  'fees[]': ({ lines }) => lines.map(({ net }) => net).join(', '),
  'shares[]': ({ lines }) => lines.map(({ discount }) => discount).join(', '),
  'discounts[]': ({ lines }) => lines.map(({ discount }) => discount).join(', '),
};

/** How many tax rates the document speaks of: the rates of those lines on which tax was charged. */
function rateGroups(question: DocumentQuestion): Figure {
  return figureOn(question, null, ({ lines }) => {
    const taxed = question.lines.filter((_, index) => /[1-9]/.test(lines[index]?.tax ?? ''));
    return String(new Set(taxed.map(({ taxPercent }) => plainText(fractionOf(taxPercent)))).size);
  });
}

/**
 * A share with more digits than the currency has: the same document with all amounts 10, 100, … times as large shows it,
 * since shares grow with the document.
 */
function exactShare(
  question: DocumentQuestion,
  wanted: { readonly line: number; readonly isMinor: boolean; readonly expected: string },
): Figure | null {
  if (!isDecimal(wanted.expected)) return null;
  const { scale } = decimalParts(wanted.expected);
  const digits = wanted.isMinor ? scale + minorUnitDigits(question.currency) : scale;
  const factor = whole(10n ** BigInt(scale));
  const enlarged = (amount: Decimal): Decimal => plainText(times(fractionOf(amount), factor));
  const large: DocumentQuestion = {
    ...question,
    lines: question.lines.map((line) => ({ ...line, net: enlarged(line.net) })),
    discounts: question.discounts.map((discount) =>
      discount.kind === 'amount' ? { ...discount, amount: enlarged(discount.amount) } : discount,
    ),
  };
  const figure = figureOn(large, null, ({ lines }) => {
    const share = dividedBy(fractionOf(lines[wanted.line - 1]?.discount ?? '0'), factor);
    return plainText(roundedTo(share, digits, 'half-up'));
  });
  return wanted.isMinor ? inMinorUnits(figure, question.currency) : figure;
}
