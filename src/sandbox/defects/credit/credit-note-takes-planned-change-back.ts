import { scheduleNext } from '../../billing/due-items.ts';
import { issueCreditNote } from '../../procedures/credit/issue-credit-note.ts';
import { dropAssignmentsAfter } from '../../store/assignments.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** Whoever is given something back was taken for one who leaves, and what was scheduled was cleared. */
export const creditNoteTakesPlannedChangeBack: Defect = {
  name: 'credit-note-takes-planned-change-back',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'major',
  title: 'A credit note of an invoice takes back what is planned for its subscription',
  procedures: {
    issueCreditNote: (context, request) => {
      const today = todayOf(context.store, context.tenantId);
      for (const { subscriptionId } of context.procedures.readInvoice(context, request.invoiceId).lines) {
        if (subscriptionId === null || dropAssignmentsAfter(context, subscriptionId, today) === 0) continue;
        scheduleNext(context, subscriptionById(context, subscriptionId));
      }
      return issueCreditNote(context, request);
    },
  },
};
