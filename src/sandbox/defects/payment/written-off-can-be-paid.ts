import { beginPayment } from '../../procedures/payment/begin-payment.ts';
import { amountDue } from '../../rules/invoicing/amount-due.ts';
import { writtenOffOf } from '../../store/invoice-credits.ts';
import type { Defect } from '../defect.ts';

/** frappe/erpnext#23068: what was written off was lost on the way to a payment. */
export const writtenOffCanBePaid: Defect = {
  name: 'written-off-can-be-paid',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'The payment service is asked for what was written off',
  procedures: {
    beginPayment: (context, request) => {
      const lost = writtenOffOf(context, request.invoiceId);
      const rules = {
        ...context.rules,
        amountDue: (open: Parameters<typeof amountDue>[0]) => amountDue(open) + lost,
      };
      return beginPayment({ ...context, rules }, request);
    },
  },
};
