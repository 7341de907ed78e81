import { pageInvoices } from '../../procedures/invoicing/page-invoices.ts';
import type { Defect } from '../defect.ts';

/** The list was a copy that payments never reached. In the row's own case it was the use of credit. */
export const listBalanceStale: Defect = {
  name: 'list-balance-stale',
  row: 'GL-10',
  family: 'GL',
  stage: 'integration',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'The list of invoices shows as due what was paid long ago',
  procedures: {
    pageInvoices: (context, page) => {
      const { invoices, next } = pageInvoices(context, page);
      return { invoices: invoices.map((invoice) => ({ ...invoice, paid: 0n })), next };
    },
  },
};
