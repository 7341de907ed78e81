import { voidInvoice } from '../../procedures/invoicing/void-invoice.ts';
import { invoiceById } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** With the invoice went the note that its days were billed. The list has no row for it. */
export const voidedPeriodBilledAgain: Defect = {
  name: 'voided-period-billed-again',
  row: 'INV',
  family: 'INV',
  stage: 'credit',
  effect: 'over-billed',
  severity: 'major',
  title: 'The next bill run bills a voided period again though nobody asked for it',
  procedures: {
    voidInvoice: async (context, request) => {
      await voidInvoice(context, request);
      for (const line of invoiceById(context, request.invoiceId).lines) {
        context.store.run(
          'DELETE FROM claims WHERE tenant = ? AND subscription = ? AND item LIKE ?',
          context.tenantId,
          line.subscriptionId,
          `%${line.period?.from ?? 'no period'}`,
        );
      }
    },
  },
};
