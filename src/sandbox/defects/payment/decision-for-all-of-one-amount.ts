import { standardProcedures } from '../../procedures/index.ts';
import { bringTo } from '../../procedures/payment/take-answer.ts';
import { customerOfPayment, paymentById, paymentsOf } from '../../store/payments.ts';
import type { Defect } from '../defect.ts';

/** The payment that the news were for was looked for by customer and amount. */
export const decisionForAllOfOneAmount: Defect = {
  name: 'decision-for-all-of-one-amount',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'What becomes of a payment becomes of all payments of the customer with the same amount',
  procedures: {
    receiveNotification: async (context, notification) => {
      await standardProcedures.receiveNotification(context, notification);
      const { amount, status } = paymentById(context, notification.paymentId);
      const customerId = customerOfPayment(context, notification.paymentId);
      const alike = paymentsOf(context, customerId).filter(
        (payment) => payment.amount.amountMinor === amount.amountMinor,
      );
      for (const { id } of alike) bringTo(context, { paymentId: id, status });
    },
  },
};
