import { billReached } from '../../procedures/invoicing/bill-reached.ts';
import type { Defect } from '../defect.ts';

/** Uses were counted by the bill run, and a threshold bills without one. The list has no row for it. */
export const interimBillCountsNoUse: Defect = {
  name: 'interim-bill-counts-no-use',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon is not used up by invoices ahead of the end of the period',
  procedures: {
    billReached: (context, customerId) => {
      const procedures = { ...context.procedures, countCouponUses: () => undefined };
      return billReached({ ...context, procedures }, customerId);
    },
  },
};
