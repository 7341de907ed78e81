import type { LegalEntity } from '../../model/billing/legal-entity.ts';
import type { Context } from '../engine.ts';

/** Who invoices, and under which number. */
export interface NumberProcedures {
  /** Takes the next number of the series of the customer's legal entity; to be called where the invoice is written, and nowhere else. */
  readonly nextInvoiceNumber: (context: Context, customerId: string) => string;
  /** Takes the next number of the series of credit notes, where the note is written. */
  readonly nextCreditNoteNumber: (context: Context) => string;
  readonly createLegalEntity: (context: Context, entity: LegalEntity) => void;
  readonly assignToEntity: (context: Context, customerId: string, entityKey: string) => void;
}
