import { quoteAct } from '../../procedures/invoicing/quote-act.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The quote looked for the period to shorten, found none, and showed what was planned. */
export const endBeforeTheStartQuotedAsABill: Defect = {
  name: 'end-before-the-start-quoted-as-a-bill',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'An end before the first day of service is quoted with the bill of that day',
  procedures: {
    quoteAct: (context, quoted) => {
      const { act, customerId } = quoted;
      if (act.kind !== 'end') return quoteAct(context, quoted);
      const { start } = subscriptionById(context, act.subscriptionId);
      if (start <= todayOf(context.store, context.tenantId)) return quoteAct(context, quoted);
      return context.procedures.quoteInvoice(context, { ...act, customerId });
    },
  },
};
