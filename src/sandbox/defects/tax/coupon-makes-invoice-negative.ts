import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const couponMakesInvoiceNegative: Defect = {
  name: 'coupon-makes-invoice-negative',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon that is worth more than the invoice makes it negative',
  rules: { discountLimit: (amount) => amount },
};
