import { standardProcedures } from '../../procedures/index.ts';
import { creditNoteById } from '../../store/credit-notes.ts';
import { remindersOf } from '../../store/dunning.ts';
import type { Defect } from '../defect.ts';

/** What settled a debt is gone again: whether something else has settled it since was not looked at. */
export const noteTakenBackStopsService: Defect = {
  name: 'note-taken-back-stops-service',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'over-billed',
  severity: 'major',
  title: 'Whoever was reminded once has no service any more when a credit note of his is taken back',
  procedures: {
    voidCreditNote: async (context, request) => {
      await standardProcedures.voidCreditNote(context, request);
      const { customerId } = creditNoteById(context, request.noteId);
      if (remindersOf(context, customerId).length > 0)
        context.procedures.setAccess(context, customerId, true);
    },
  },
};
