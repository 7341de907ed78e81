import { type LocalDate, localDate } from '../../model/date.ts';
import type { CreditNoteDraft, StoredCreditNote } from '../billing/stored-credit-note.ts';
import type { Context } from '../engine.ts';
import { refuseUnknown } from '../refusal.ts';
import { countOf, integerOf, textOf } from './columns.ts';
import type { Row } from './store.ts';

export type NewNote = CreditNoteDraft & Pick<StoredCreditNote, 'id' | 'key' | 'date' | 'reason'>;

export function insertCreditNote(context: Context, note: NewNote): void {
  context.store.run(
    `INSERT INTO credit_notes (tenant, id, number, key, invoice, customer, currency, date, reason, net, tax, total, settled,
     to_balance) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    note.id,
    context.procedures.nextCreditNoteNumber(context),
    note.key,
    note.invoiceId,
    note.customerId,
    note.currency,
    note.date,
    note.reason,
    note.net,
    note.tax,
    note.total,
    note.settled,
    note.toBalance,
  );
  for (const line of note.lines) {
    context.store.run(
      'INSERT INTO credit_note_lines (tenant, note, line, net, tax) VALUES (?, ?, ?, ?, ?)',
      context.tenantId,
      note.id,
      line.line,
      line.net,
      line.tax,
    );
  }
}

export function creditNoteById(context: Context, id: string): StoredCreditNote {
  const row = context.store.first(
    'SELECT * FROM credit_notes WHERE tenant = ? AND id = ?',
    context.tenantId,
    id,
  );
  return row === null ? refuseUnknown('creditNoteId', id) : noteFrom(context, row);
}

export function creditNoteByKey(context: Context, key: string): StoredCreditNote | null {
  const row = context.store.first(
    'SELECT * FROM credit_notes WHERE tenant = ? AND key = ?',
    context.tenantId,
    key,
  );
  return row === null ? null : noteFrom(context, row);
}

/** In order of issue, voided ones among them. */
export function creditNotesOf(context: Context, customerId: string): readonly StoredCreditNote[] {
  return context.store
    .all(
      'SELECT * FROM credit_notes WHERE tenant = ? AND customer = ? ORDER BY seq',
      context.tenantId,
      customerId,
    )
    .map((row) => noteFrom(context, row));
}

/** Those in force, in order of issue. */
export function creditNotesFor(context: Context, invoiceId: string): readonly StoredCreditNote[] {
  return context.store
    .all(
      'SELECT * FROM credit_notes WHERE tenant = ? AND invoice = ? ORDER BY seq',
      context.tenantId,
      invoiceId,
    )
    .map((row) => noteFrom(context, row))
    .filter(({ voided }) => voided === null);
}

/** False when somebody was first. */
export function insertNoteVoid(
  context: Context,
  noteId: string,
  end: { readonly key: string; readonly date: LocalDate },
): boolean {
  const inserted = context.store.run(
    'INSERT OR IGNORE INTO credit_note_voids (tenant, note, key, date) VALUES (?, ?, ?, ?)',
    context.tenantId,
    noteId,
    end.key,
    end.date,
  );
  return inserted === 1;
}

/** How many notes there are, voided ones among them. */
export function countCreditNotes(context: Context): number {
  const row = context.store.first(
    'SELECT count(*) AS notes FROM credit_notes WHERE tenant = ?',
    context.tenantId,
  );
  return row === null ? 0 : countOf(row, 'notes');
}

function noteFrom(context: Context, row: Row): StoredCreditNote {
  const id = textOf(row, 'id');
  return {
    id,
    number: textOf(row, 'number'),
    key: textOf(row, 'key'),
    invoiceId: textOf(row, 'invoice'),
    customerId: textOf(row, 'customer'),
    currency: textOf(row, 'currency'),
    date: localDate(textOf(row, 'date')),
    reason: textOf(row, 'reason'),
    lines: linesOf(context, id),
    net: integerOf(row, 'net'),
    tax: integerOf(row, 'tax'),
    total: integerOf(row, 'total'),
    settled: integerOf(row, 'settled'),
    toBalance: integerOf(row, 'to_balance'),
    voided: noteVoid(context, id),
  };
}

function linesOf(context: Context, noteId: string): StoredCreditNote['lines'] {
  return context.store
    .all(
      'SELECT * FROM credit_note_lines WHERE tenant = ? AND note = ? ORDER BY line',
      context.tenantId,
      noteId,
    )
    .map((row) => ({ line: countOf(row, 'line'), net: integerOf(row, 'net'), tax: integerOf(row, 'tax') }));
}

function noteVoid(context: Context, noteId: string): StoredCreditNote['voided'] {
  const row = context.store.first(
    'SELECT key, date FROM credit_note_voids WHERE tenant = ? AND note = ?',
    context.tenantId,
    noteId,
  );
  return row === null ? null : { key: textOf(row, 'key'), date: localDate(textOf(row, 'date')) };
}
