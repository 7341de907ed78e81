import { debtsOf } from '../../procedures/payment/dun.ts';
import { isDunned } from '../../rules/payment/dunning-level.ts';
import type { Defect } from '../defect.ts';

/** frappe/erpnext#46770 */
export const eachDebtAsTheLast: Defect = {
  name: 'each-debt-as-the-last',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'Of several overdue invoices each counts with what is open of the last',
  procedures: {
    debtsOf: (context, customerId) => {
      const debts = debtsOf(context, customerId);
      const last = debts.findLast(isDunned);
      return debts.map((debt) =>
        last !== undefined && isDunned(debt) ? { ...debt, dueMinor: last.dueMinor } : debt,
      );
    },
  },
};
