import { standardProcedures } from '../../procedures/index.ts';
import { creditNoteById, creditNotesFor } from '../../store/credit-notes.ts';
import type { Defect } from '../defect.ts';

/** The entries were found by the invoice, of which there may be several notes. */
export const noteEndTakesFirstNoteOutOfBooks: Defect = {
  name: 'note-end-takes-first-note-out-of-books',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'When a later one of several credit notes is taken back, the books take back the first of them',
  procedures: {
    voidCreditNote: (context, request) => {
      const { invoiceId } = creditNoteById(context, request.noteId);
      const [first] = creditNotesFor(context, invoiceId);
      const { creditNotePostings } = context.rules;
      const rules: typeof context.rules = {
        ...context.rules,
        creditNotePostings: (note) => {
          if (first === undefined) return creditNotePostings(note);
          const { net, tax, settled, toBalance } = first;
          return creditNotePostings({ net: -net, tax: -tax, settled: -settled, toBalance: -toBalance });
        },
      };
      return standardProcedures.voidCreditNote({ ...context, rules }, request);
    },
  },
};
