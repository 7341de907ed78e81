import type { Context } from '../../engine.ts';
import { countCreditNotes } from '../../store/credit-notes.ts';

/** Numbers have no gap: they are counted in the transaction that issues. */
export function nextCreditNoteNumber(context: Context): string {
  return context.rules.invoiceNumber('CN-', countCreditNotes(context) + 1);
}
