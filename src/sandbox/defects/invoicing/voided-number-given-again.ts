import type { Defect } from '../defect.ts';

/** The next number was the count of valid invoices. The list has no row for it; the voided one is renamed, for numbers are kept different by the database. */
export const voidedNumberGivenAgain: Defect = {
  name: 'voided-number-given-again',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'critical',
  title: 'After a void the last number is given a second time',
  procedures: {
    nextInvoiceNumber: (context) => {
      context.store.run(
        `UPDATE invoices SET number = number || '-VOID' WHERE tenant = ? AND number NOT LIKE '%-VOID'
         AND id IN (SELECT invoice FROM invoice_voids WHERE tenant = ?)`,
        context.tenantId,
        context.tenantId,
      );
      const row = context.store.first(
        "SELECT count(*) AS valid FROM invoices WHERE tenant = ? AND number NOT LIKE '%-VOID'",
        context.tenantId,
      );
      return context.rules.invoiceNumber('INV-', Number(row?.['valid'] ?? 0) + 1);
    },
  },
};
