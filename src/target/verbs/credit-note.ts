import type {
  CreditNote,
  CreditNoteFigures,
  CreditNoteRequest,
  NewCreditNote,
} from '../../model/billing/credit-note.ts';

export interface CreditNoteVerbs {
  /** What the note would say if it were issued now; changes nothing. */
  estimateCreditNote(request: CreditNoteRequest): Promise<CreditNoteFigures>;
  creditNote(note: NewCreditNote): Promise<CreditNote>;
  /** Takes a note back, as long as nobody has used what it gave. */
  voidCreditNote(key: string, creditNoteId: string): Promise<CreditNote>;
  /** In order of issue. */
  creditNotes(customerId: string): Promise<readonly CreditNote[]>;
}
