import { beginPayment } from '../../procedures/payment/begin-payment.ts';
import { invoiceById } from '../../store/invoices.ts';
import { paymentsOf } from '../../store/payments.ts';
import type { Defect } from '../defect.ts';

/** The key was made of the invoice's id, whatever the sender gave. The list has no row for it. */
export const secondPaymentTakenForRepeat: Defect = {
  name: 'second-payment-taken-for-repeat',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'A further payment of an invoice is taken for a repeat of the first',
  procedures: {
    beginPayment: (context, request) => {
      const first = paymentsOf(context, invoiceById(context, request.invoiceId).customerId).find(
        ({ invoiceId }) => invoiceId === request.invoiceId,
      );
      if (first !== undefined) return { paymentId: first.id, state: 'attempted-before' };
      return beginPayment(context, request);
    },
  },
};
