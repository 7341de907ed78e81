import { insertNoteVoid } from '../../store/credit-notes.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const voidedNoteKeepsItsCredit: Defect = {
  name: 'voided-note-keeps-its-credit',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'major',
  title: 'A voided credit note leaves what it gave on the balance and on the invoice',
  procedures: {
    voidCreditNote: async (context, { key, noteId }) => {
      insertNoteVoid(context, noteId, { key, date: todayOf(context.store, context.tenantId) });
    },
  },
};
