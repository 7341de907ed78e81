import { creditNotePostings } from '../../rules/ledger/credit-postings.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const notePostedWithoutTax: Defect = {
  name: 'note-posted-without-tax',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A credit note takes back revenue for the tax, too, and the tax stays owed to the state',
  rules: {
    creditNotePostings: (note) => creditNotePostings({ ...note, net: note.net + note.tax, tax: 0n }),
  },
};
