import { paymentById, paymentsForInvoice } from '../../store/payments.ts';
import type { Defect } from '../defect.ts';

/** Adyen/adyen-shopware6#311: what became of the first attempt was taken for what became of the second. */
export const newsForTheNewestPayment: Defect = {
  name: 'news-for-the-newest-payment',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'News of a payment are taken for news of the newest one of its invoice',
  procedures: {
    receiveNotification: async (context, { paymentId }) => {
      const { invoiceId } = paymentById(context, paymentId);
      const newest = paymentsForInvoice(context, invoiceId).at(-1);
      await context.procedures.reconcilePayment(context, newest?.id ?? paymentId);
    },
  },
};
