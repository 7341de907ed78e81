import { itemsDueBy } from '../../billing/due-items.ts';
import { subscriptionsToBill } from '../../procedures/invoicing/bill-customer.ts';
import { holdDraft } from '../../procedures/invoicing/drafts.ts';
import type { Defect } from '../defect.ts';

/** Only final invoices were looked through for what was billed. The list has no row for it. */
export const draftLeavesItemsOpen: Defect = {
  name: 'draft-leaves-items-open',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'A bill run bills again what a draft holds',
  procedures: {
    holdDraft: (context, bill) => {
      holdDraft(context, bill);
      for (const subscription of subscriptionsToBill(context, bill))
        for (const { key } of itemsDueBy(context, subscription, bill.date))
          context.store.run(
            `DELETE FROM claims WHERE tenant = ? AND subscription = ? AND item = ? AND claimed_on = ?`,
            context.tenantId,
            subscription.id,
            key,
            bill.date,
          );
    },
  },
};
