import { voidInvoice } from '../../procedures/invoicing/void-invoice.ts';
import { invoiceById } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** getlago/lago-api#5653, from its other side: the void of an interim invoice lost what the period had been billed. */
export const voidForgetsInterim: Defect = {
  name: 'void-forgets-interim',
  row: 'INV-07',
  family: 'INV',
  stage: 'rating',
  effect: 'billed-twice',
  severity: 'critical',
  title:
    'When the invoice of a threshold is taken back and billed again, the period bills its usage once more',
  procedures: {
    voidInvoice: async (context, request) => {
      await voidInvoice(context, request);
      for (const { kind, subscriptionId } of invoiceById(context, request.invoiceId).lines)
        if (kind === 'usage')
          context.store.run(
            'DELETE FROM billed_usage WHERE tenant = ? AND subscription = ?',
            context.tenantId,
            subscriptionId,
          );
    },
  },
};
