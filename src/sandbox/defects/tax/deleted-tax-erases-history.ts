import { deleteTaxRate } from '../../store/taxes.ts';
import type { Defect } from '../defect.ts';

/** What an invoice said of its tax was a link to the rate, and went with it. */
export const deletedTaxErasesHistory: Defect = {
  name: 'deleted-tax-erases-history',
  row: 'TAX-08',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-document',
  severity: 'major',
  title: 'Deleting a tax takes it from invoices that were issued',
  procedures: {
    deleteTaxRate: (context, rate) => {
      deleteTaxRate(context, rate);
      context.store.run("UPDATE invoices SET taxes = '[]' WHERE tenant = ?", context.tenantId);
    },
  },
};
