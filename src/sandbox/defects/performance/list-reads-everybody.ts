import { pageInvoices } from '../../procedures/invoicing/page-invoices.ts';
import type { Defect } from '../defect.ts';

/** The filter came after the reading. */
export const listReadsEverybody: Defect = {
  name: 'list-reads-everybody',
  row: 'PERF-02',
  family: 'PERF',
  stage: 'performance',
  effect: 'late',
  severity: 'minor',
  title: 'The list of one customer reads the invoices of all',
  procedures: {
    pageInvoices: (context, page) => {
      context.store.all('SELECT id FROM invoices WHERE tenant = ?', context.tenantId);
      return pageInvoices(context, page);
    },
  },
};
