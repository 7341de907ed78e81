import { writeCreditNote } from '../../procedures/credit/issue-credit-note.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const creditNoteRepeatedDespiteKey: Defect = {
  name: 'credit-note-repeated-despite-key',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'A credit note that is sent again with its key is given again',
  procedures: {
    issueCreditNote: async (context, note) =>
      context.store.transaction(() =>
        writeCreditNote(context, note, context.procedures.draftCreditNote(context, note)),
      ),
  },
};
