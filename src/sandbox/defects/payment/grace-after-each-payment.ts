import { addDays } from '../../../model/date.ts';
import { dun } from '../../procedures/payment/dun.ts';
import { paymentsOf } from '../../store/payments.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** Whoever paid just now was thought to have paid everything. The list has no row for it. */
export const graceAfterEachPayment: Defect = {
  name: 'grace-after-each-payment',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'late',
  severity: 'minor',
  title: 'For three days after any payment nobody is dunned for his other debts',
  procedures: {
    dun: (context, occasion) => {
      const today = todayOf(context.store, context.tenantId);
      const isRecent = paymentsOf(context, occasion.customerId).some(
        ({ status, date }) => status === 'succeeded' && today > date && today < addDays(date, 3),
      );
      if (occasion.cause !== 'day' || !isRecent) dun(context, occasion);
    },
  },
};
