import { fractionOf, minus } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { CaseReader, OpenCase } from '../../case-reader.ts';
import { type CreditNotesQuestion, type Figure, figureOn } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { assumedHabits, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { readDocuments } from '../fields/document-field.ts';

interface Noted {
  readonly question: CreditNotesQuestion;
  /** Whether the note came before the payment, and lowered it. */
  readonly isBeforePayment: boolean;
}

const noteVerb = /^((create|issue) )?credit note$/;

/** Part of an invoice of one line that goes back without its tax stated: the note gives the tax of the part back too. */
export const taxedNoteReader: CaseReader = {
  name: 'credit note over part of an invoice',
  readsSteps: true,
  fits: ({ given, steps }) =>
    given.has('amount') &&
    ['taxes', 'taxPercent'].some((key) => given.has(key)) &&
    steps.filter(({ verb }) => noteVerb.test(verb)).length === 1 &&
    steps.every(({ verb }) => noteVerb.test(verb) || ['invoice', 'pay', 'collect'].includes(verb)),
  read(open) {
    return claimsFor(open.expect, [{ name: null, value: readNote(open) }], noteFigure);
  },
};

function readNote(open: OpenCase): Noted {
  const roundingPoint = roundingPointOf(open, rulesOf(open));
  assumedHabits(open);
  const [document, ...others] = readDocuments(open, roundingPoint);
  const [line, ...more] = document?.value.lines ?? [];
  if (document === undefined || line === undefined || others.length > 0 || more.length > 0)
    throw new Inexpressible('a credit note over part of several invoices or lines');
  if (document.value.discounts.length > 0 || line.prices === 'gross')
    throw new Inexpressible('a credit note over part of a discounted price, or of one that holds its tax');
  const place = open.steps.findIndex(({ verb }) => noteVerb.test(verb));
  const net = open.steps[place]?.more.decimal('net') ?? '0';
  const payment = open.steps.findIndex(({ verb }) => ['pay', 'collect'].includes(verb));
  const { currency, lines } = document.value;
  return {
    question: { kind: 'credit-notes', currency, lines, notes: [[{ line: 0, net }]], roundingPoint },
    isBeforePayment: payment > place,
  };
}

function noteFigure({ question, isBeforePayment }: Noted, key: string): Figure | null {
  const { currency } = question;
  switch (key) {
    case 'invoiceTax':
      return figureOn(question, currency, ({ invoiceTax }) => invoiceTax);
    case 'invoiceTotal':
      return figureOn(question, currency, ({ invoiceTotal }) => invoiceTotal);
    case 'noteNet':
      return figureOn(question, currency, ({ notes }) => notes[0]?.net ?? null);
    case 'noteTax':
      return figureOn(question, currency, ({ notes }) => notes[0]?.tax ?? null);
    case 'note':
    case 'noteTotal':
      return figureOn(question, currency, ({ notes }) => notes[0]?.total ?? null);
    case 'paid':
    case 'payment':
      if (!isBeforePayment) return null;
      return figureOn(question, currency, ({ invoiceTotal, notes }) =>
        plainText(minus(fractionOf(invoiceTotal), fractionOf(notes[0]?.total ?? '0'))),
      );
    default:
      return null;
  }
}
