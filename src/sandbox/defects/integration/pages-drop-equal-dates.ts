import { invoiceFrom } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** The next page began after the day of the last row; rows of the same day that were not shown yet were skipped. */
export const pagesDropEqualDates: Defect = {
  name: 'pages-drop-equal-dates',
  row: 'INT-01',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'major',
  title: 'A list in pages loses invoices that have one date',
  procedures: {
    pageInvoices: (context, page) => {
      const rows = context.store.all(
        `SELECT * FROM invoices WHERE tenant = ? AND (? IS NULL OR customer = ?) AND issue_date > ?
         ORDER BY issue_date, seq LIMIT ?`,
        context.tenantId,
        page.customerId,
        page.customerId,
        page.cursor ?? '',
        page.limit + 1,
      );
      const invoices = rows.slice(0, page.limit).map((row) => invoiceFrom(context, row));
      const last = rows.length > page.limit ? invoices.at(-1) : undefined;
      return { invoices, next: last?.issueDate ?? null };
    },
  },
};
