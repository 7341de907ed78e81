import { standardProcedures } from '../../procedures/index.ts';
import type { Defect } from '../defect.ts';

/** The column was as wide as the list of reasons that there once was. */
export const reasonOfNoteCut: Defect = {
  name: 'reason-of-note-cut',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'Of why a credit note was given only the first forty signs are kept',
  procedures: {
    issueCreditNote: (context, note) =>
      standardProcedures.issueCreditNote(context, { ...note, reason: note.reason.slice(0, 40) }),
  },
};
