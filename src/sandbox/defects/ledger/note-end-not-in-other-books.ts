import { voidCreditNote } from '../../procedures/credit/void-credit-note.ts';
import type { Defect } from '../defect.ts';

/** odoo/odoo#126665: what took a credit note back went other ways through the books than the note. */
export const noteEndNotInOtherBooks: Defect = {
  name: 'note-end-not-in-other-books',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A credit note that is taken back stays in the books of another currency',
  procedures: {
    voidCreditNote: (context, request) => {
      const procedures: typeof context.procedures = { ...context.procedures, valuePosting: () => undefined };
      return voidCreditNote({ ...context, procedures }, request);
    },
  },
};
