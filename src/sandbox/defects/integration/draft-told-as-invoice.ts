import { holdDraft } from '../../procedures/invoicing/drafts.ts';
import type { Defect } from '../defect.ts';

/** The news went out with the row and not with its state. The list has no row for it. */
export const draftToldAsInvoice: Defect = {
  name: 'draft-told-as-invoice',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'A bill that somebody still has to read is told of as an invoice that is final',
  procedures: {
    holdDraft: (context, bill) => {
      holdDraft(context, bill);
      context.procedures.emitEvent(context, { kind: 'invoice.finalised', objectId: bill.customerId });
    },
  },
};
