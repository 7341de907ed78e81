import { setLevel } from '../../procedures/payment/dun.ts';
import { lateChargesOf } from '../../store/dunning.ts';
import { insertInvoiceCredit } from '../../store/invoice-credits.ts';
import { invoiceById } from '../../store/invoices.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The dunning was closed with its charges as soon as the principal was there. */
export const lateChargesLostWithPrincipal: Defect = {
  name: 'late-charges-lost-with-principal',
  row: 'DUN-08',
  family: 'DUN',
  stage: 'payment',
  effect: 'lost',
  severity: 'major',
  title: 'Paying the invoice alone also settles the fees and the interest',
  procedures: {
    setLevel: (context, customerId, level) => {
      setLevel(context, customerId, level);
      if (level !== null) return;
      const date = todayOf(context.store, context.tenantId);
      for (const { invoiceId } of lateChargesOf(context, customerId)) {
        const { total: amountMinor } = invoiceById(context, invoiceId);
        insertInvoiceCredit(context, invoiceId, { source: 'write-off', sourceId: '', amountMinor, date });
      }
    },
  },
};
