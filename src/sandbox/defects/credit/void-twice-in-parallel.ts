import { setTimeout as pause } from 'node:timers/promises';
import { takeBack } from '../../procedures/invoicing/void-invoice.ts';
import { Refusal } from '../../refusal.ts';
import { invoiceById } from '../../store/invoices.ts';
import { todayOf } from '../../store/tenants.ts';
import { insertVoid, voidOf } from '../../store/voids.ts';
import type { Defect } from '../defect.ts';

const otherWorkMs = 5;

/** Whether it was void already was asked first, and between asking and doing there was time for the others to ask, too. */
export const voidTwiceInParallel: Defect = {
  name: 'void-twice-in-parallel',
  row: 'PERF-09',
  family: 'PERF',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'Voids that come at one instant each give the money back',
  procedures: {
    voidInvoice: async (context, { key, invoiceId }) => {
      const invoice = invoiceById(context, invoiceId);
      if (voidOf(context, invoiceId) !== null)
        throw new Refusal({ status: 409, field: 'invoiceId', message: 'Found an invoice that is void.' });
      await pause(otherWorkMs);
      context.store.transaction(() => {
        insertVoid(context, invoiceId, { key, date: todayOf(context.store, context.tenantId) });
        takeBack(context, invoice);
      });
    },
  },
};
