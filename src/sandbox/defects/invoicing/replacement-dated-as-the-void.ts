import { rebill } from '../../procedures/invoicing/rebill.ts';
import { invoiceById } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** What was billed again was copied with its days. The list has no row for it. */
export const replacementDatedAsTheVoid: Defect = {
  name: 'replacement-dated-as-the-void',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'What is billed again bears the day of the invoice that is void',
  procedures: {
    rebill: (context, request) => {
      const { issueDate } = invoiceById(context, request.invoiceId);
      const { issueInvoice } = context.procedures;
      const issue: typeof issueInvoice = (within, draft) => issueInvoice(within, { ...draft, issueDate });
      return rebill({ ...context, procedures: { ...context.procedures, issueInvoice: issue } }, request);
    },
  },
};
