import { addDays } from '../../../model/date.ts';
import { chargeLateness } from '../../procedures/payment/charge-lateness.ts';
import { reviewOf } from '../../store/drafts.ts';
import type { Defect } from '../defect.ts';

/** getlago/lago-api#4711: days of grace counted for invoices that have none. The list has no row for it. */
export const lateChargeDatedAfterTheReview: Defect = {
  name: 'late-charge-dated-after-the-review',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'late',
  severity: 'major',
  title: 'What being late costs is dated by the days of a review, though nobody reviews it',
  procedures: {
    chargeLateness: (context, lateness) => {
      const review = reviewOf(context, lateness.customerId);
      const days = review.kind === 'days' ? review.days : 0;
      const { issueInvoice } = context.procedures;
      const procedures: typeof context.procedures = {
        ...context.procedures,
        issueInvoice: (inner, draft) =>
          issueInvoice(inner, {
            ...draft,
            issueDate: addDays(draft.issueDate, days),
            dueDate: addDays(draft.dueDate, days),
          }),
      };
      chargeLateness({ ...context, procedures }, lateness);
    },
  },
};
