import type { Decimal } from '../../../../model/decimal.ts';
import { answer } from '../../../../oracle/answer.ts';
import { dividedBy, fractionOf, isZero, minus, times } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import type { CaseReader, OpenCase } from '../../case-reader.ts';
import { type CreditNotesQuestion, type Figure, figureOn } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { assumedHabits, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { readDocuments } from '../fields/document-field.ts';

/** Money that goes back of a taxed invoice: a credit note over the same part of each line, whose tax is given back with it. */
export const taxedRefundReader: CaseReader = {
  name: 'refund with its tax',
  readsSteps: true,
  fits: ({ given, expect, steps }) =>
    given.has('taxes') &&
    ['lines', 'amount'].some((key) => given.has(key)) &&
    refundKeys.some((key) => expect.has(key)) &&
    steps.filter(({ verb }) => verb.startsWith('refund')).length === 1 &&
    steps.every(({ verb }) => /^(invoice|pay|collect|refund)/.test(verb)),
  read(open) {
    return claimsFor(open.expect, [{ name: null, value: questionOf(open) }], figureOf);
  },
};

const refundKeys = ['refundNet', 'refundTax', 'taxRefunded', 'refundTotal'];

function questionOf(open: OpenCase): CreditNotesQuestion {
  const roundingPoint = roundingPointOf(open, rulesOf(open));
  const [document, ...others] = readDocuments(open, roundingPoint);
  if (document === undefined || others.length > 0 || document.value.discounts.length > 0)
    throw new Inexpressible('a refund of several invoices, or of one with a discount');
  if (document.value.lines.some(({ prices }) => prices === 'gross'))
    throw new Inexpressible('a refund in proportion of prices that hold their tax');
  const right = answer(document.value, { ...referenceProfile, ...assumedHabits(open) }).answer;
  if (right.kind !== 'document') throw new Inexpressible('an invoice that cannot be reckoned');
  const { lines, currency } = document.value;
  const notes = [lines.map(({ net }, line) => ({ line, net: partOf(open, net, right.total) }))];
  return { kind: 'credit-notes', currency, lines, notes, roundingPoint };
}

/** As much of the line as goes back of the whole; it must come to whole minor units, since nobody says who takes the rest. */
function partOf({ steps }: OpenCase, net: Decimal, total: Decimal): Decimal {
  const refund = steps.find(({ verb }) => verb.startsWith('refund'));
  const exact = dividedBy(
    times(fractionOf(net), fractionOf(refund?.more.decimal('amount') ?? '0')),
    fractionOf(total),
  );
  const shown = plainText(exact);
  const isShort = /^-?\d+(\.\d{1,2})?$/.test(shown);
  if (!isShort || !isZero(minus(fractionOf(shown), exact)))
    throw new Inexpressible('the policy of who takes the rounding remainder of a refund');
  return shown;
}

function figureOf(question: CreditNotesQuestion, key: string): Figure | null {
  const { currency } = question;
  switch (key) {
    case 'tax':
    case 'invoiceTax':
      return figureOn(question, currency, ({ invoiceTax }) => invoiceTax);
    case 'total':
    case 'invoiceTotal':
      return figureOn(question, currency, ({ invoiceTotal }) => invoiceTotal);
    case 'refundNet':
      return figureOn(question, currency, ({ notes }) => notes[0]?.net ?? null);
    case 'refundTax':
    case 'taxRefunded':
      return figureOn(question, currency, ({ notes }) => notes[0]?.tax ?? null);
    case 'refundTotal':
      return figureOn(question, currency, ({ notes }) => notes[0]?.total ?? null);
    default:
      return null;
  }
}
