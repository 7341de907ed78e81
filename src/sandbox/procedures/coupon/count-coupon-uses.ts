import type { InvoiceDraft } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { addUses } from '../../store/coupons.ts';

export function countCouponUses(context: Context, draft: InvoiceDraft): void {
  for (const { redemptionId, amount } of draft.discounts) {
    if (context.rules.usesUpCoupon(amount)) addUses(context, redemptionId, 1);
  }
}

export function returnCouponUses(context: Context, invoice: InvoiceDraft): void {
  for (const { redemptionId, amount } of invoice.discounts) {
    if (context.rules.usesUpCoupon(amount)) addUses(context, redemptionId, -1);
  }
}
