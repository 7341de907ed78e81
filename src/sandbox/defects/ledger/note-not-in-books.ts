import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const noteNotInBooks: Defect = {
  name: 'note-not-in-books',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Credit notes never reach the books',
  rules: { creditNotePostings: () => [] },
};
