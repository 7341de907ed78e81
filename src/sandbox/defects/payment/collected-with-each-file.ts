import { invoicesToCollect } from '../../procedures/payment/bank-collection.ts';
import type { Defect } from '../defect.ts';

/** Only payments were looked at, and those come days later. The list has no row for it. */
export const collectedWithEachFile: Defect = {
  name: 'collected-with-each-file',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'Every file of direct debits asks again for what the one before asked for',
  procedures: {
    invoicesToCollect: (context, dueUpTo) => {
      context.store.run('DELETE FROM bank_collected WHERE tenant = ?', context.tenantId);
      return invoicesToCollect(context, dueUpTo);
    },
  },
};
