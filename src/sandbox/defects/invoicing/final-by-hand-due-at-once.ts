import { finaliseDraft } from '../../procedures/invoicing/drafts.ts';
import type { Defect } from '../defect.ts';

/** A sibling of invoiceninja/invoiceninja#7407. The list has no row for it. */
export const finalByHandDueAtOnce: Defect = {
  name: 'final-by-hand-due-at-once',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'A bill that somebody makes final is due on that day',
  procedures: {
    finaliseDraft: (context, finalising) => {
      const { issueInvoice } = context.procedures;
      const isByHand = !finalising.key.startsWith('due ');
      const procedures: typeof context.procedures = {
        ...context.procedures,
        issueInvoice: (inner, draft) =>
          issueInvoice(inner, isByHand ? { ...draft, dueDate: draft.issueDate } : draft),
      };
      return finaliseDraft({ ...context, procedures }, finalising);
    },
  },
};
