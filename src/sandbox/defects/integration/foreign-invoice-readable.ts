import { textOf } from '../../store/columns.ts';
import { invoiceById } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** The id was unique, so nobody asked whose it was. The list has no row for it. */
export const foreignInvoiceReadable: Defect = {
  name: 'foreign-invoice-readable',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'disclosed',
  severity: 'critical',
  title: "Whoever knows an invoice's id can read it, also from another tenant",
  procedures: {
    readInvoice: (context, invoiceId) => {
      const row = context.store.first('SELECT tenant FROM invoices WHERE id = ?', invoiceId);
      const tenantId = row === null ? context.tenantId : textOf(row, 'tenant');
      return invoiceById({ ...context, tenantId }, invoiceId);
    },
  },
};
