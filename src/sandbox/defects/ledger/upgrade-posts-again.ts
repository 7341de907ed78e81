import { invoiceById } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** The test for what had been posted before looked for the form of the new version. The list has no row for it. */
export const upgradePostsAgain: Defect = {
  name: 'upgrade-posts-again',
  row: 'MIG',
  family: 'MIG',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'An upgrade posts every invoice a second time',
  procedures: {
    upgradeInvoice: (context, invoiceId) => {
      const invoice = invoiceById(context, invoiceId);
      context.procedures.postLedger(context, {
        date: invoice.issueDate,
        currency: invoice.currency,
        customerId: invoice.customerId,
        invoiceId,
        lines: context.rules.invoicePostings(invoice),
      });
    },
  },
};
