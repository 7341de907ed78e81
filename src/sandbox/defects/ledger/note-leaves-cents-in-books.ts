import { issueCreditNote } from '../../procedures/credit/issue-credit-note.ts';
import type { Defect } from '../defect.ts';

/** odoo/odoo#39205: what settled the rest was not a payment, and two cents stayed. */
export const noteLeavesCentsInBooks: Defect = {
  name: 'note-leaves-cents-in-books',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'minor',
  title: 'A credit note on the rest of a foreign invoice leaves a cent of it in the books',
  procedures: {
    issueCreditNote: (context, note) => {
      const rules: typeof context.rules = {
        ...context.rules,
        releasedValue: ({ atInvoiceRate }) => atInvoiceRate,
      };
      return issueCreditNote({ ...context, rules }, note);
    },
  },
};
