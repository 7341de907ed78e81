import { upgradeInvoice } from '../../procedures/platform/upgrade-data.ts';
import type { Defect } from '../defect.ts';

/** A migration filled an empty column for all rows and not only for empty ones. The list has no row for it. */
export const upgradeRenumbers: Defect = {
  name: 'upgrade-renumbers',
  row: 'MIG',
  family: 'MIG',
  stage: 'ledger',
  effect: 'wrong-document',
  severity: 'critical',
  title: 'An upgrade gives invoices new numbers',
  procedures: {
    upgradeInvoice: (context, invoiceId) => {
      upgradeInvoice(context, invoiceId);
      context.store.run(
        "UPDATE invoices SET number = 'M' || number WHERE tenant = ? AND id = ?",
        context.tenantId,
        invoiceId,
      );
    },
  },
};
