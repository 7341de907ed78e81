import { finaliseDue } from '../../procedures/invoicing/drafts.ts';
import type { Defect } from '../defect.ts';

/** The job looked at the bills of its own day alone. The list has no row for it. */
export const waitingInvoiceForgotten: Defect = {
  name: 'waiting-invoice-forgotten',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'lost',
  severity: 'critical',
  title: 'An invoice that had to wait for its tax is never tried again',
  procedures: {
    finaliseDue: async (context) => {
      await finaliseDue(context);
      context.store.run('UPDATE invoice_drafts SET finalise_on = NULL WHERE tenant = ?', context.tenantId);
    },
  },
};
