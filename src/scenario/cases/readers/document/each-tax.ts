import type { Decimal } from '../../../../model/decimal.ts';
import { fractionOf, minus, plus, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { OpenCase } from '../../case-reader.ts';
import {
  type Claim,
  type DocumentAnswer,
  type DocumentQuestion,
  type Figure,
  figureOn,
  figureOnAll,
} from '../../claim.ts';
import { claimsFor, type Scenario } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';
import { compoundRate } from '../fields/document-field.ts';
import { documentFigure } from './document-figures.ts';

const words = ['each tax', 'per tax', 'tax', 'each tax amount', 'each rate', 'each tax rate'];

/** Whether every tax on an amount is rounded by itself before they are added. */
export function roundsEachTax(rules: Fields): boolean {
  const stated = rules.peek('roundAt');
  if (typeof stated !== 'string' || !words.includes(stated.toLowerCase().replaceAll('_', ' '))) return false;
  rules.raw('roundAt');
  return true;
}

/** A document with each of its taxes alone; a tax on taxes has the rate at which it comes to the same. */
function withEachTax({ given }: OpenCase, question: DocumentQuestion): readonly DocumentQuestion[] {
  const taxes = given.objects('taxes');
  if (taxes.length > 1 && question.lines.some(({ prices }) => prices === 'gross'))
    throw new Inexpressible('each of several taxes that are within the prices');
  return taxes.map((_, index) => {
    const before = fractionOf(compoundRate(taxes.slice(0, index)));
    const taxPercent = plainText(minus(fractionOf(compoundRate(taxes.slice(0, index + 1))), before));
    return { ...question, lines: question.lines.map((line) => ({ ...line, taxPercent })) };
  });
}

/** Figures of a document whose taxes are rounded one by one. */
export function eachTaxClaims(
  open: OpenCase,
  scenarios: readonly Scenario<DocumentQuestion>[],
): readonly Claim[] {
  if (!open.given.has('taxes'))
    throw new Inexpressible('the rule roundAt "each tax" without a list of taxes');
  return [
    ...listedTaxClaims(open, scenarios),
    ...claimsFor(open.expect, scenarios, (question, key, expected) =>
      summedFigure(withEachTax(open, question), question, { key, expected }),
    ),
  ];
}

function summedFigure(
  alone: readonly DocumentQuestion[],
  question: DocumentQuestion,
  { key, expected }: { readonly key: string; readonly expected: string },
): Figure | null {
  const { currency } = question;
  const taxOf = (answers: readonly DocumentAnswer[]) => total(answers.map(({ tax }) => fractionOf(tax)));
  if (key === 'tax') return figureOnAll(alone, currency, (answers) => plainText(taxOf(answers)));
  if (key === 'total')
    return figureOnAll(alone, currency, (answers) => {
      const [first] = answers;
      return first === undefined ? null : plainText(plus(netOf(first), taxOf(answers)));
    });
  if (key.startsWith('tax')) return null;
  return documentFigure(question, key, expected);
}

function netOf({ subtotal, discount }: { readonly subtotal: Decimal; readonly discount: Decimal }) {
  return minus(fractionOf(subtotal), fractionOf(discount));
}

/** Several taxes on one amount, listed one by one: a document with each of them alone. */
export function listedTaxClaims(
  open: OpenCase,
  scenarios: readonly Scenario<DocumentQuestion>[],
): readonly Claim[] {
  const { given, expect } = open;
  const question = scenarios[0]?.value;
  const [line, ...others] = question?.lines ?? [];
  if (question === undefined || line === undefined || others.length > 0 || !given.has('taxes')) return [];
  const taxes = given.objects('taxes');
  const listed = expect.peek('taxes');
  if (taxes.length < 2 || !Array.isArray(listed) || listed.length !== taxes.length) return [];
  const alone = withEachTax(open, question);
  return expect.decimals('taxes').flatMap((expected, index) => {
    const one = alone[index];
    const name = `expect.taxes[${index}]`;
    return one === undefined
      ? []
      : [{ name, expected, ...figureOn(one, question.currency, ({ tax }) => tax) }];
  });
}
