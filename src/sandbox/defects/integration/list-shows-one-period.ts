import { pageInvoices } from '../../procedures/invoicing/page-invoices.ts';
import type { Defect } from '../defect.ts';

/** The period was read once for the whole export. */
export const listShowsOnePeriod: Defect = {
  name: 'list-shows-one-period',
  row: 'INT-03',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-period',
  severity: 'major',
  title: 'All rows of a list show the service period of its first row',
  procedures: {
    pageInvoices: (context, page) => {
      const { invoices, next } = pageInvoices(context, page);
      const period = invoices[0]?.lines[0]?.period ?? null;
      const shown = invoices.map((invoice) => ({
        ...invoice,
        lines: invoice.lines.map((line) => ({ ...line, period })),
      }));
      return { invoices: shown, next };
    },
  },
};
