import { voidInvoice } from '../../procedures/invoicing/void-invoice.ts';
import { invoiceById } from '../../store/invoices.ts';
import { deleteVoidedServices } from '../../store/voids.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const voidedServiceCredited: Defect = {
  name: 'voided-service-credited',
  row: 'SUB',
  family: 'SUB',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'major',
  title: 'A cancellation credits unused days of a period whose invoice was voided',
  procedures: {
    voidInvoice: async (context, request) => {
      await voidInvoice(context, request);
      deleteVoidedServices(context, invoiceById(context, request.invoiceId).lines);
    },
  },
};
