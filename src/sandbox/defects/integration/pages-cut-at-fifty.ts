import { pageInvoices } from '../../procedures/invoicing/page-invoices.ts';
import type { Defect } from '../defect.ts';

/** A page never has more than fifty rows, but the next one begins behind all that were asked for. */
export const pagesCutAtFifty: Defect = {
  name: 'pages-cut-at-fifty',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'major',
  title: 'Who asks for pages of more than fifty invoices misses all of a page but the first fifty',
  procedures: {
    pageInvoices: (context, page) => {
      const { invoices, next } = pageInvoices(context, page);
      return { invoices: invoices.slice(0, 50), next };
    },
  },
};
