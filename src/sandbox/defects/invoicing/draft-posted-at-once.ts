import { holdDraft } from '../../procedures/invoicing/drafts.ts';
import { draftsOf } from '../../store/drafts.ts';
import type { Defect } from '../defect.ts';

/** The posting hung on the making of the record and not on its state. The list has no row for it. */
export const draftPostedAtOnce: Defect = {
  name: 'draft-posted-at-once',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'A draft stands in the books before it is an invoice, and again when it is one',
  procedures: {
    holdDraft: (context, bill) => {
      holdDraft(context, bill);
      const { customerId, date } = bill;
      const [draft] = draftsOf(context, customerId);
      const content = draft === undefined ? null : context.procedures.draftContent(context, draft.id);
      if (content === null) return;
      const lines = context.rules.invoicePostings(content);
      const { currency } = content;
      context.procedures.postLedger(context, { date, currency, customerId, invoiceId: null, lines });
    },
  },
};
