import type { Decimal } from '../../../../model/decimal.ts';
import { answer } from '../../../../oracle/answer.ts';
import {
  compare,
  dividedBy,
  type Fraction,
  fractionOf,
  isZero,
  minus,
  smaller,
  times,
  total,
  zero,
} from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import type { CreditNotesQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { Fields, isObject } from '../../fields.ts';
import { roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible, NotUnderstood } from '../../unreadable.ts';
import { readDocuments } from '../fields/document-field.ts';
import { noteFigure } from './credit-note-figures.ts';

/** An invoice that is credited in several notes; each takes up the lines where the one before left them. */
export const creditNotesReader: CaseReader = {
  name: 'several credit notes',
  readsSteps: true,
  fits: (open) =>
    (['lines', 'fees'].some((key) => open.given.has(key)) &&
      begins(open, 'credit', 'create credit note', 'issue', 'create') &&
      noteKey(open.given) !== null) ||
    (begins(open, 'credit') && isObject(open.given.peek('invoice')) && open.given.has('credit')),
  read(open) {
    const { question, listed } = readNotes(open);
    return claimsFor(open.expect, [{ name: null, value: question }], (asked, key) =>
      noteFigure(asked, key, listed),
    );
  },
};

interface ReadNotes {
  readonly question: CreditNotesQuestion;
  /** What the notes ask for before any coupon. */
  readonly listed: Fraction;
}

function readNotes(open: OpenCase): ReadNotes {
  const { given } = open;
  const other = open.steps.find(({ verb }) => !/^(credit|(create|issue)( the)? credit note)/.test(verb));
  if (other !== undefined) throw new Inexpressible(`the step "${other.verb}" between credit notes`);
  if (open.steps.length > 1 && open.steps.length !== noteCount(given))
    throw new Inexpressible(`${open.steps.length} steps for ${noteCount(given)} credit notes`);
  const roundingPoint = roundingPointOf(open, rulesOf(open));
  const document = documentOf(open, roundingPoint);
  const { lines, currency } = document;
  const key = noteKey(given);
  const listed = key === null ? [given.decimal('credit')] : notesIn(given, key);
  const notes = laidOut(
    lines.map(({ net }) => net),
    listed.map((note, index) => partsOf(note, `given.${key ?? 'credit'}[${index}]`)),
  );
  const reckoned = answer(document, referenceProfile).answer;
  const taken = lines.map((_, index) =>
    fractionOf(reckoned.kind === 'document' ? (reckoned.lines[index]?.discount ?? '0') : '0'),
  );
  const shares = lines.map(({ net }, index) => leftShare(fractionOf(net), taken[index] ?? zero));
  const lowered = (net: Decimal, line: number): Decimal =>
    plainText(times(fractionOf(net), shares[line] ?? zero));
  return {
    question: {
      kind: 'credit-notes',
      currency,
      lines: lines.map((line, index) => ({ ...line, net: lowered(line.net, index) })),
      notes: notes.map((parts) => parts.map((part) => ({ ...part, net: lowered(part.net, part.line) }))),
      roundingPoint,
    },
    listed: total(notes.flat().map(({ net }) => fractionOf(net))),
  };
}

/** The invoice, or one whose only line is stated as `invoice`. */
function documentOf(open: OpenCase, roundingPoint: CreditNotesQuestion['roundingPoint']) {
  const { given } = open;
  const isListed = given.has('lines') || given.has('fees');
  const scope = isListed ? [given] : [given.object('invoice'), given];
  const read = readDocuments(open, roundingPoint, scope)[0]?.value;
  if (read === undefined) throw new Inexpressible('credit notes without an invoice');
  return read;
}

/** Of a price with a coupon on it, a credit gives back what the coupon left. */
function leftShare(net: Fraction, taken: Fraction): Fraction {
  return isZero(net) ? zero : dividedBy(minus(net, taken), net);
}

interface NoteOf {
  /** Null where the note takes the lines in their order. */
  readonly line: number | null;
  readonly amount: Decimal;
}

/** Notes one after the other, or the parts of lines that a single one names. */
function noteKey(given: Fields): 'notes' | 'creditItems' | 'creditNote' | null {
  return (['notes', 'creditItems', 'creditNote'] as const).find((key) => given.has(key)) ?? null;
}

function noteCount(given: Fields): number {
  const key = noteKey(given);
  return key === null ? 1 : notesIn(given, key).length;
}

function notesIn(given: Fields, key: 'notes' | 'creditItems' | 'creditNote'): readonly unknown[] {
  return key === 'notes' ? given.list(key) : [given.list(key)];
}

/** A note is one amount or a list of parts. */
function partsOf(note: unknown, path: string): readonly NoteOf[] {
  if (!Array.isArray(note)) return [noteOf(note, path)];
  return note.map((part: unknown, index) => noteOf(part, `${path}[${index}]`));
}

function noteOf(note: unknown, path: string): NoteOf {
  if (!isObject(note)) return { line: null, amount: new Fields({ note }, path).decimal('note') };
  const fields = new Fields(note, path);
  const amount = fields.decimal(fields.has('amount') ? 'amount' : 'net');
  const place = ['line', 'fee', 'item'].find((key) => fields.has(key));
  const line = place === undefined ? null : fields.count(place) - 1;
  const unread = fields.unread();
  if (unread.length > 0)
    throw new Inexpressible(`a credit note of this form: no reader for ${unread.join(', ')}`);
  return { line, amount };
}

function laidOut(
  nets: readonly Decimal[],
  notes: readonly (readonly NoteOf[])[],
): CreditNotesQuestion['notes'] {
  const left = nets.map(fractionOf);
  return notes.map((parts) => parts.flatMap((part) => taken(left, part)));
}

/** What a part takes of the lines; what is left of them afterwards stays in `left`. */
function taken(left: Fraction[], note: NoteOf): CreditNotesQuestion['notes'][number] {
  let open: Fraction = fractionOf(note.amount);
  const parts = left.flatMap((rest, line) => {
    const part = note.line === null || note.line === line ? smaller(rest, open) : zero;
    if (isZero(part)) return [];
    left[line] = minus(rest, part);
    open = minus(open, part);
    return [{ line, net: plainText(part) }];
  });
  if (compare(open, zero) > 0)
    throw new NotUnderstood(`given.notes: found ${note.amount}, expected no more than the lines still hold`);
  return parts;
}
