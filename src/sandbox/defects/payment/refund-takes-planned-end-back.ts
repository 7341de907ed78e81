import { scheduleNext } from '../../billing/due-items.ts';
import { refund } from '../../procedures/payment/refund.ts';
import { paymentById } from '../../store/payments.ts';
import { setCancelledFrom, subscriptionById, subscriptionsOf } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** After each movement of money the state of the subscription was worked out anew, and an end to come was none. */
export const refundTakesPlannedEndBack: Defect = {
  name: 'refund-takes-planned-end-back',
  row: 'SUB',
  family: 'SUB',
  stage: 'payment',
  effect: 'over-billed',
  severity: 'major',
  title: 'A payment that is given back takes back the end that is planned',
  procedures: {
    refund: async (context, wanted) => {
      const answer = await refund(context, wanted);
      const { invoiceId } = paymentById(context, wanted.paymentId);
      const { customerId } = context.procedures.readInvoice(context, invoiceId);
      const today = todayOf(context.store, context.tenantId);
      for (const { id, cancelledFrom } of subscriptionsOf(context, customerId)) {
        if (cancelledFrom === null || cancelledFrom <= today) continue;
        setCancelledFrom(context, id, null);
        scheduleNext(context, subscriptionById(context, id));
      }
      return answer;
    },
  },
};
