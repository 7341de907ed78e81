import { endRefund } from '../../procedures/payment/end-refund.ts';
import type { Defect } from '../defect.ts';

/** A sibling of frappe/erpnext#34680. The list has no row for it. */
export const refundValuedAsItsInvoice: Defect = {
  name: 'refund-valued-as-its-invoice',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Money that is refunded leaves the books at the rate of its invoice',
  procedures: {
    endRefund: async (context, ended) => {
      const { valuePosting } = context.procedures;
      const procedures: typeof context.procedures = {
        ...context.procedures,
        valuePosting: (inner, posting) =>
          valuePosting({ ...inner, rules: { ...inner.rules, isValuedOnItsDay: () => false } }, posting),
      };
      await endRefund({ ...context, procedures }, ended);
    },
  },
};
