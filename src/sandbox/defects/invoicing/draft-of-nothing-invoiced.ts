import { untaxedDraft } from '../../billing/untaxed-draft.ts';
import { customerById } from '../../store/customers.ts';
import { draftById, takeDraft } from '../../store/drafts.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** Whether anything was left was asked when the draft was made, and not when it became final. The list has no row for it. */
export const draftOfNothingInvoiced: Defect = {
  name: 'draft-of-nothing-invoiced',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'A draft of which nothing is left becomes an invoice of nothing',
  procedures: {
    claimDraft: (context, finalising) => {
      const isEmpty = context.procedures.draftContent(context, finalising.draftId) === null;
      const isTaken = takeDraft(context, finalising);
      if (!isTaken || !isEmpty) return isTaken;
      const { customerId } = draftById(context, finalising.draftId);
      const { currency } = customerById(context, customerId);
      const issueDate = todayOf(context.store, context.tenantId);
      context.procedures.issueInvoice(
        context,
        untaxedDraft(context, { customerId, currency, issueDate, lines: [] }),
      );
      return true;
    },
  },
};
