import { type Fraction, fractionOf, minus, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { type CreditNotesQuestion, type Figure, figureOn } from '../../claim.ts';

/** A figure of notes; `listed` is what they ask for before any coupon. */
export function noteFigure(question: CreditNotesQuestion, key: string, listed: Fraction): Figure | null {
  const { currency } = question;
  switch (key) {
    case 'invoiceTax':
      return figureOn(question, currency, ({ invoiceTax }) => invoiceTax);
    case 'invoiceTotal':
      return figureOn(question, currency, ({ invoiceTotal }) => invoiceTotal);
    case 'sum':
      return figureOn(question, currency, ({ sum }) => sum);
    case 'couponAdjustment':
    case 'couponsAdjustment':
      return figureOn(question, currency, ({ notes }) =>
        plainText(minus(listed, total(notes.map(({ net }) => fractionOf(net))))),
      );
    case 'notes[]':
    case 'totals[]':
      return figureOn(question, null, ({ notes }) => notes.map((note) => note.total).join(', '));
    case 'taxes[]':
    case 'noteTaxes[]':
      return figureOn(question, null, ({ notes }) => notes.map(({ tax }) => tax).join(', '));
    case 'nets[]':
    case 'noteNets[]':
      return figureOn(question, null, ({ notes }) => notes.map(({ net }) => net).join(', '));
    default:
      return onlyNote(question, key);
  }
}

function onlyNote(question: CreditNotesQuestion, key: string): Figure | null {
  if (question.notes.length !== 1) return null;
  const pick = Object.hasOwn(picks, key) ? picks[key] : undefined;
  return pick === undefined
    ? null
    : figureOn(question, question.currency, ({ notes }) => notes[0]?.[pick] ?? null);
}

const picks: Readonly<Record<string, 'net' | 'tax' | 'total'>> = {
  net: 'net',
  tax: 'tax',
  total: 'total',
  creditNote: 'total',
};
