import { takeBack } from '../../procedures/invoicing/void-invoice.ts';
import { Refusal } from '../../refusal.ts';
import { creditNotesFor } from '../../store/credit-notes.ts';
import { invoiceById } from '../../store/invoices.ts';
import { todayOf } from '../../store/tenants.ts';
import { insertVoid, voidOf } from '../../store/voids.ts';
import type { Defect } from '../defect.ts';

/** The void went by what it had read, and did not wait for a refund that was under way. */
export const voidAndRefundAtOnce: Defect = {
  name: 'void-and-refund-at-once',
  row: 'CRE-02',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'A void and a refund at one instant each see the money as still there',
  procedures: {
    voidInvoice: async (context, { key, invoiceId }) => {
      const invoice = invoiceById(context, invoiceId);
      const known = voidOf(context, invoiceId);
      if (known?.key === key) return;
      if (known !== null || creditNotesFor(context, invoiceId).length > 0)
        throw new Refusal({
          status: 409,
          field: 'invoiceId',
          message: 'Found an invoice that cannot be voided.',
        });
      context.store.transaction(() => {
        insertVoid(context, invoiceId, { key, date: todayOf(context.store, context.tenantId) });
        takeBack(context, invoice);
      });
    },
    moneyKept: (_context, invoice) => invoice.paid,
  },
};
