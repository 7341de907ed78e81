import { issueInvoice } from '../../procedures/invoicing/issue-invoice.ts';
import { withdrawalsOf } from '../../store/withdrawals.ts';
import type { Defect } from '../defect.ts';

/** Kill Bill, issue 1160: the name was looked up on the list of the day of the bill. */
export const withdrawnPlanWithoutName: Defect = {
  name: 'withdrawn-plan-without-name',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'Lines of a plan that is sold no more do not name it',
  procedures: {
    issueInvoice: (context, draft) => {
      const isListed = (plan: string) => withdrawalsOf(context, plan).every((from) => draft.issueDate < from);
      const lines = draft.lines.map((line) =>
        line.plan === null || isListed(line.plan) ? line : { ...line, text: line.charge ?? '' },
      );
      return issueInvoice(context, { ...draft, lines });
    },
  },
};
