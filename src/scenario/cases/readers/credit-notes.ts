import type { Decimal } from '../../../model/decimal.ts';
import {
  compare,
  type Fraction,
  fractionOf,
  isZero,
  minus,
  smaller,
  total,
} from '../../../oracle/fraction.ts';
import { plainText } from '../../../oracle/rounding.ts';
import type { CaseReader, OpenCase } from '../case-reader.ts';
import { type CreditNotesQuestion, type Figure, figureOn } from '../claim.ts';
import { claimsFor } from '../expectations.ts';
import { roundingPointOf, rulesOf } from '../rules.ts';
import { Inexpressible, NotUnderstood } from '../unreadable.ts';

/** An invoice that is credited in several notes; each takes up the lines where the one before left them. */
export const creditNotesReader: CaseReader = {
  name: 'several credit notes',
  fits: (open) => open.given.hasAll('lines', 'notes'),
  read(open) {
    return claimsFor(open.expect, [{ name: null, value: readNotes(open) }], noteFigure);
  },
};

function readNotes(open: OpenCase): CreditNotesQuestion {
  const { given } = open;
  const other = open.steps.find(({ verb }) => !verb.startsWith('credit'));
  if (other !== undefined) throw new Inexpressible(`the step "${other.verb}" between credit notes`);
  const rates = given.has('taxes')
    ? given.objects('taxes').map((tax) => fractionOf(tax.decimal('ratePercent')))
    : [];
  const taxPercent = plainText(total(rates));
  const nets = given.decimals('lines');
  return {
    kind: 'credit-notes',
    currency: given.text('currency'),
    lines: nets.map((net) => ({ net, taxPercent })),
    notes: laidOut(nets, given.decimals('notes')),
    roundingPoint: roundingPointOf(open, rulesOf(open)),
  };
}

function laidOut(nets: readonly Decimal[], notes: readonly Decimal[]): CreditNotesQuestion['notes'] {
  const left = nets.map(fractionOf);
  return notes.map((note) => {
    let open: Fraction = fractionOf(note);
    const parts = left.flatMap((rest, line) => {
      const part = smaller(rest, open);
      if (isZero(part)) return [];
      left[line] = minus(rest, part);
      open = minus(open, part);
      return [{ line, net: plainText(part) }];
    });
    if (compare(open, fractionOf('0')) > 0)
      throw new NotUnderstood(`given.notes: found ${note}, expected no more than the lines still hold`);
    return parts;
  });
}

function noteFigure(question: CreditNotesQuestion, key: string): Figure | null {
  const { currency } = question;
  switch (key) {
    case 'invoiceTax':
      return figureOn(question, currency, ({ invoiceTax }) => invoiceTax);
    case 'invoiceTotal':
      return figureOn(question, currency, ({ invoiceTotal }) => invoiceTotal);
    case 'sum':
      return figureOn(question, currency, ({ sum }) => sum);
    case 'notes[]':
    case 'totals[]':
      return figureOn(question, null, ({ notes }) => notes.map((note) => note.total).join(', '));
    case 'taxes[]':
      return figureOn(question, null, ({ notes }) => notes.map(({ tax }) => tax).join(', '));
    case 'nets[]':
      return figureOn(question, null, ({ notes }) => notes.map(({ net }) => net).join(', '));
    default:
      return null;
  }
}
