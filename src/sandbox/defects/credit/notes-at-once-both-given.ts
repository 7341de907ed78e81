import { setTimeout as pause } from 'node:timers/promises';
import { writeCreditNote } from '../../procedures/credit/issue-credit-note.ts';
import { creditNoteByKey } from '../../store/credit-notes.ts';
import type { Defect } from '../defect.ts';

const otherWorkMs = 5;

/** The list has no row for it. */
export const notesAtOnceBothGiven: Defect = {
  name: 'notes-at-once-both-given',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'Credit notes at one instant each take the last of the invoice',
  procedures: {
    issueCreditNote: async (context, note) => {
      const known = creditNoteByKey(context, note.key);
      if (known !== null) return known.id;
      const draft = context.procedures.draftCreditNote(context, note);
      await pause(otherWorkMs);
      return context.store.transaction(() => writeCreditNote(context, note, draft));
    },
  },
};
