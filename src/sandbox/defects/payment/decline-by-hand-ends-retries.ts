import { collectDue } from '../../procedures/payment/collect-due.ts';
import { refuse } from '../../refusal.ts';
import { paymentsForInvoice } from '../../store/payments.ts';
import type { Defect } from '../defect.ts';

/** A sibling of polarsource/polar#10811. The list has no row for it. */
export const declineByHandEndsRetries: Defect = {
  name: 'decline-by-hand-ends-retries',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'late',
  severity: 'major',
  title: 'After a payment by hand that was declined an invoice is collected no more',
  procedures: {
    collectDue: async (context) => {
      const { pay } = context.procedures;
      const procedures: typeof context.procedures = {
        ...context.procedures,
        pay: async (inner, request) => {
          const tried = paymentsForInvoice(inner, request.invoiceId);
          const byHand = tried.filter(({ key }) => !key.startsWith('collect/'));
          if (byHand.some(({ status }) => status === 'declined'))
            refuse('invoiceId', 'Found an invoice that was declined already.');
          return pay(inner, request);
        },
      };
      await collectDue({ ...context, procedures });
    },
  },
};
