import type { CreditNoteRequest, NewCreditNote } from '../../model/billing/credit-note.ts';
import type { Period } from '../../model/date.ts';
import type { CreditNoteDraft, StoredCreditLine } from '../billing/stored-credit-note.ts';
import type { StoredLine } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';

/** Credit notes: what of an invoice is given back, and to where. */
export interface CreditNoteProcedures {
  /** Answers the id of the note, of the first one when the key comes again. */
  readonly issueCreditNote: (context: Context, note: NewCreditNote) => Promise<string>;
  readonly draftCreditNote: (context: Context, request: CreditNoteRequest) => CreditNoteDraft;
  /** The note that would be issued now; writes nothing. */
  readonly quoteCreditNote: (context: Context, request: CreditNoteRequest) => CreditNoteDraft;
  /** What notes in force have credited of each line of the invoice. */
  readonly creditedBefore: (context: Context, invoiceId: string) => readonly StoredCreditLine[];
  /** What of the line later invoices gave back for unused days. */
  readonly givenBackBefore: (context: Context, invoiceId: string, line: StoredLine) => bigint;
  readonly voidCreditNote: (context: Context, request: NoteVoidRequest) => Promise<void>;
  /** What of a credit for unused days is still to be given, in minor units. */
  readonly unusedCreditLeft: (context: Context, unused: UnusedService) => bigint;
}

export interface NoteVoidRequest {
  readonly key: string;
  readonly noteId: string;
}

/** Days that were charged in advance and are not served. */
export interface UnusedService {
  readonly subscriptionId: string;
  readonly charge: string;
  /** The unused days; they lie in the period that was charged. */
  readonly days: Period;
  readonly amount: bigint;
}
