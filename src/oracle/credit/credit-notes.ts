import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { HarnessFault } from '../../model/fault.ts';
import {
  compare,
  dividedBy,
  type Fraction,
  fractionOf,
  isZero,
  minus,
  plus,
  times,
  total,
  zero,
} from '../arithmetic/fraction.ts';
import { fixedText, plainText, roundedTo } from '../arithmetic/rounding.ts';
import { reckon } from '../document/document.ts';
import type { Trail } from '../trail.ts';

export type CreditNotesQuestion = Extract<Calculation, { readonly kind: 'credit-notes' }>;

/** An invoice line as it was charged, exact where the invoice rounds its tax only once. */
export interface ChargedLine {
  /** After discount. */
  readonly net: Fraction;
  readonly tax: Fraction;
}

export interface ExpectedNote {
  readonly net: Fraction;
  readonly tax: Fraction;
}

export interface CreditedInvoice {
  readonly lines: readonly ChargedLine[];
  /** What the notes may take in all: the tax that the invoice shows. */
  readonly tax: Fraction;
  readonly notes: readonly (readonly { readonly line: number; readonly net: Fraction }[])[];
  readonly digits: number;
  readonly roundingPoint: CreditNotesQuestion['roundingPoint'];
}

/**
 * What each note takes of the tax. A pot of tax stands behind each line, or one behind the invoice where its tax was rounded
 * once. A note draws from a pot in proportion to the price that it credits, in whole minor units; whoever credits the last of
 * the price empties the pot, so that nothing of the tax is left or given twice.
 */
export function expectedNotes(
  invoice: CreditedInvoice,
  profile: PolicyProfile,
  trail: Trail,
): readonly ExpectedNote[] {
  const pots = potsOf(invoice);
  return invoice.notes.map((parts, index) => {
    let tax = zero;
    for (const pot of pots) {
      const mine = parts.filter(({ line }) => pot.lines.has(line));
      if (mine.length > 0) tax = plus(tax, draw(pot, mine, { invoice, profile }));
    }
    const net = total(parts.map((part) => part.net));
    trail.note(`note ${index + 1}: price`, net);
    trail.note(`note ${index + 1}: tax`, tax);
    return { net, tax };
  });
}

interface Pot {
  readonly lines: ReadonlyMap<number, ChargedLine>;
  price: Fraction;
  tax: Fraction;
}

function potsOf({ lines, tax, roundingPoint }: CreditedInvoice): readonly Pot[] {
  const all = new Map(lines.entries());
  if (roundingPoint === 'invoice') return [{ lines: all, price: total(lines.map(({ net }) => net)), tax }];
  return lines.map((line, index) => ({ lines: new Map([[index, line]]), price: line.net, tax: line.tax }));
}

function draw(
  pot: Pot,
  parts: readonly { readonly line: number; readonly net: Fraction }[],
  { invoice, profile }: { readonly invoice: CreditedInvoice; readonly profile: PolicyProfile },
): Fraction {
  const wanted = total(parts.map(({ line, net }) => taxShare(pot.lines.get(line), net)));
  const taken = total(parts.map(({ net }) => net));
  refuseBeyond(pot, taken);
  pot.price = minus(pot.price, taken);
  const isEmptied = isZero(pot.price) && profile.creditNoteRemainder !== 'nobody';
  const whole =
    invoice.roundingPoint === 'none' ? wanted : roundedTo(wanted, invoice.digits, profile.roundingMode);
  const drawn = isEmptied || isLarger(whole, pot.tax) ? pot.tax : whole;
  pot.tax = minus(pot.tax, drawn);
  return drawn;
}

function taxShare(line: ChargedLine | undefined, net: Fraction): Fraction {
  if (line === undefined || isZero(line.net)) return zero;
  return times(net, dividedBy(line.tax, line.net));
}

/** By size: a line that gives something back has negative tax. */
function isLarger(left: Fraction, right: Fraction): boolean {
  const size = (value: Fraction) => (value.numerator < 0n ? minus(zero, value) : value);
  return compare(size(left), size(right)) > 0;
}

function refuseBeyond(pot: Pot, taken: Fraction): void {
  if (!isLarger(taken, pot.price)) return;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found a credit of ${plainText(taken)}, expected at most ${plainText(pot.price)}, which is left of the price.`,
    hint: 'Credit notes together cannot be more than what they credit.',
  });
}

/** The notes of a document that is worked out first. */
export function creditNotesAnswer(
  question: CreditNotesQuestion,
  profile: PolicyProfile,
  trail: Trail,
): CalculationAnswer {
  const { currency, roundingPoint } = question;
  const open = { currency, roundingPoint, discounts: [] };
  const lines = question.lines.map(({ net, taxPercent }) => ({ net: fractionOf(net), taxPercent }));
  const invoice = reckon({ ...open, lines }, profile, trail);
  const digits = minorUnitDigits(currency);
  const notes = expectedNotes(
    {
      lines: invoice.lines,
      tax: invoice.tax,
      notes: question.notes.map((parts) =>
        parts.map(({ line, net }) => ({ line: knownLine(line, lines.length), net: fractionOf(net) })),
      ),
      digits,
      roundingPoint,
    },
    profile,
    trail,
  );
  const text = (value: Fraction) => (roundingPoint === 'none' ? plainText(value) : fixedText(value, digits));
  const sum = (pick: (note: ExpectedNote) => Fraction) => total(notes.map(pick));
  return {
    kind: 'credit-notes',
    invoiceTax: text(invoice.tax),
    invoiceTotal: text(invoice.total),
    notes: notes.map(({ net, tax }) => ({ net: text(net), tax: text(tax), total: text(plus(net, tax)) })),
    sum: text(sum(({ net, tax }) => plus(net, tax))),
  };
}

function knownLine(line: number, count: number): number {
  if (Number.isInteger(line) && line >= 0 && line < count) return line;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found a credit of line ${line}, expected a line from 0 to ${count - 1}.`,
    hint: 'Lines of a document are counted from 0.',
  });
}
