import { voidCreditNote } from '../../procedures/credit/void-credit-note.ts';
import { creditNoteById } from '../../store/credit-notes.ts';
import type { Defect } from '../defect.ts';

/** A sibling of adempiere/adempiere#3512. The list has no row for it. */
export const noteTakenBackOnItsOwnDay: Defect = {
  name: 'note-taken-back-on-its-own-day',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A credit note that is taken back is booked on the day on which it was issued',
  procedures: {
    voidCreditNote: async (context, request) => {
      const { postLedger } = context.procedures;
      const { date } = creditNoteById(context, request.noteId);
      const procedures: typeof context.procedures = {
        ...context.procedures,
        postLedger: (inner, posting) => postLedger(inner, { ...posting, date }),
      };
      await voidCreditNote({ ...context, procedures }, request);
    },
  },
};
