import { fractionOf, plus, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { CaseReader, OpenCase } from '../../case-reader.ts';
import { type DocumentQuestion, type Figure, figureOn, type WalletQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { type Fields, isObject } from '../../fields.ts';
import { assumedHabits, creditsLowerTax, roundingPointOf, rulesOf } from '../../rules.ts';
import { isFrom } from '../../source-engine.ts';
import { Inexpressible } from '../../unreadable.ts';
import { readDocuments } from '../fields/document-field.ts';
import { creditBeforeTaxClaims } from './credit-before-tax.ts';

/** Prepaid credits on an invoice with discounts: they pay what is left after these. */
export const creditAfterDiscountReader: CaseReader = {
  name: 'prepaid credit after discounts',
  fits: (open) => open.given.hasAll('lines', 'credits'),
  read(open) {
    const rules = rulesOf(open);
    refuseOtherOrder(open, rules);
    if (creditsLowerTax(open)) return creditBeforeTaxClaims(open, roundingPointOf(open, rules));
    const questions = readDocuments(open, roundingPointOf(open, rules)).map(({ name, value }) => ({
      name,
      value: paidBy(open, value),
    }));
    const isFull = assumedHabits(open).taxBase === 'before-discount';
    return claimsFor(open.expect, questions, (question, key) =>
      key === 'gross' && isFull ? fullGross(question) : creditFigure(question, key),
    );
  },
};

const usualOrder = ['line discount', 'invoice discount', 'prepaid credit'].join();

/** Tax may be named as the last: whether credits lower it is another rule. */
function refuseOtherOrder(open: OpenCase, rules: Fields): void {
  if (!rules.has('order')) return;
  const stated = rules.list('order');
  const isTaxLast = stated.at(-1) === 'tax';
  if (isTaxLast && !rules.has('taxBase') && !isFrom(open, 'flexprice'))
    throw new Inexpressible('the policy setting taxBase: whether prepaid credits lower what is taxed');
  if (stated.slice(0, isTaxLast ? -1 : undefined).join() !== usualOrder)
    throw new Inexpressible(`the rule order ${JSON.stringify(stated)}`);
}

function paidBy(open: OpenCase, document: ReturnType<typeof readDocuments>[number]['value']): WalletQuestion {
  const { kind: _kind, currency, ...invoice } = document;
  const credits = plainText(total(open.given.decimals('credits').map(fractionOf)));
  const steps = [{ ...invoice, kind: 'invoice', eligible: eligibleLines(open) }] as const;
  return { kind: 'wallet', currency, rate: '1', credits, steps };
}

/** Credits that are for lines of one kind only, such as usage; null is all lines. */
function eligibleLines(open: OpenCase): readonly number[] | null {
  const rules = rulesOf(open);
  const key = ['creditsFor', 'creditsApplyTo', 'creditScope'].find((name) => rules.has(name));
  if (!open.given.list('lines').every(isObject)) {
    if (key === undefined) return null;
    throw new Inexpressible(`the rule ${key} for lines whose kind the case does not state`);
  }
  const kinds = open.given.objects('lines').map((line) => {
    const name = ['kind', 'type', 'priceType'].find((one) => line.has(one));
    return name === undefined ? null : line.text(name);
  });
  const wanted = key === undefined ? 'all' : rules.text(key).replace(/ (lines|items|charges)$/, '');
  if (wanted === 'all') return null;
  return kinds.flatMap((kind, index) => (kind === wanted ? [index] : []));
}

/** The total is what is left to pay: subtotal less discount less credits plus tax. */
function creditFigure(question: WalletQuestion, key: string): Figure | null {
  const document = documentOf(question);
  if (document !== null && key === 'tax') return figureOn(document, question.currency, ({ tax }) => tax);
  if (document !== null && key === 'gross')
    return figureOn(document, question.currency, ({ total: sum }) => sum);
  if (document !== null && key === 'subtotal')
    return figureOn(document, question.currency, ({ subtotal }) => subtotal);
  return figureOf(question, key, ({ steps: [step] }) => {
    if (key === 'discount') return step?.invoice?.discount ?? null;
    if (key === 'credits') return step?.amount ?? null;
    if (key === 'creditsLeft') return step?.balanceLeft ?? null;
    return step?.invoice?.due ?? null;
  });
}

/** With the tax of the full amount, before discounts. */
function fullGross(question: WalletQuestion): Figure | null {
  const document = documentOf(question);
  if (document === null) return null;
  return figureOn(document, question.currency, ({ subtotal, tax }) =>
    plainText(plus(fractionOf(subtotal), fractionOf(tax))),
  );
}

/** The same invoice before any credit. */
function documentOf({ currency, steps: [step] }: WalletQuestion): DocumentQuestion | null {
  if (step?.kind !== 'invoice') return null;
  const { lines, discounts, roundingPoint } = step;
  return { kind: 'document', currency, lines, discounts, roundingPoint };
}

function figureOf(
  question: WalletQuestion,
  key: string,
  pick: Parameters<typeof figureOn<WalletQuestion>>[2],
): Figure | null {
  if (!['discount', 'credits', 'creditsLeft', 'total', 'due'].includes(key)) return null;
  return figureOn(question, question.currency, pick);
}
