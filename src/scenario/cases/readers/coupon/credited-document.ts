import type { DocumentDiscount } from '../../../../model/billing/document-line.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { fractionOf, minus, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { CaseReader } from '../../case-reader.ts';
import {
  type CreditedQuestion,
  type DocumentQuestion,
  type Figure,
  figureOn,
  figureOnAll,
} from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { groupsOfLines, readDiscounts } from '../fields/discount-field.ts';

/** Discounts of lines, then of the invoice, then prepaid credit, as far as there is anything left to pay. */
export const creditedDocumentReader: CaseReader = {
  name: 'credited document',
  fits: ({ given }) =>
    given.has('credits') && isPlainList(given.peek('lines')) && !given.has('wallet') && !given.has('taxes'),
  read(open) {
    const { given, expect } = open;
    const rules = rulesOf(open);
    if (rules.has('order')) refuseOtherOrder(rules.list('order'));
    const lines = given.decimals('lines');
    const discounts = readDiscounts([given], groupsOfLines(lines.length));
    const value: CreditedQuestion = {
      kind: 'credited-document',
      currency: given.text('currency'),
      lines,
      discounts: [...discounts.filter(isOfLine), ...discounts.filter((each) => !isOfLine(each))],
      credit: plainText(total(given.decimals('credits').map(fractionOf))),
    };
    const wallets = given.decimals('credits');
    return claimsFor(expect, [{ name: null, value }], (question, key) =>
      key === 'debits[]' ? debitFigure(question, wallets) : creditedFigure(question, key),
    );
  },
};

/** Discounts of lines come first, wherever the case lists them. */
function isOfLine({ lines }: DocumentDiscount): boolean {
  return lines !== null;
}

/** Lines that say more than their amount are another reader's. */
function isPlainList(lines: unknown): boolean {
  return Array.isArray(lines) && lines.every((line) => typeof line === 'string');
}

function refuseOtherOrder(order: readonly unknown[]): void {
  const stated = order.join(', ');
  if (stated !== 'line discount, invoice discount, prepaid credit')
    throw new Inexpressible(`the order "${stated}"`);
}

function creditedFigure(question: CreditedQuestion, key: string): Figure | null {
  if (key === 'creditsLeft')
    return figureOn(question, question.currency, ({ credits }) =>
      plainText(minus(fractionOf(question.credit), fractionOf(credits))),
    );
  if (key === 'subtotal') return listedFigure(question);
  if (key !== 'discount' && key !== 'credits' && key !== 'total') return null;
  return figureOn(question, question.currency, (answer) => answer[key]);
}

/** What the same lines come to on a document without discounts. */
function listedFigure({ currency, lines }: CreditedQuestion): Figure {
  const document: DocumentQuestion = {
    kind: 'document',
    currency,
    lines: lines.map((net) => ({ net, taxPercent: '0' })),
    discounts: [],
    roundingPoint: 'line',
  };
  return figureOn(document, currency, ({ subtotal }) => subtotal);
}

/** What each wallet pays, one after the other: what all up to it pay, less what those before it do. */
function debitFigure(question: CreditedQuestion, wallets: readonly Decimal[]): Figure {
  const untilEach = wallets.map((_, index) => {
    const credit = plainText(total(wallets.slice(0, index + 1).map(fractionOf)));
    return { ...question, credit };
  });
  return figureOnAll(untilEach, null, (answers) =>
    answers
      .map(({ credits }, index) => minus(fractionOf(credits), fractionOf(answers[index - 1]?.credits ?? '0')))
      .map(plainText)
      .join(', '),
  );
}
