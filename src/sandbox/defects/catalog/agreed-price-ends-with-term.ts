import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const agreedPriceEndsWithTerm: Defect = {
  name: 'agreed-price-ends-with-term',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'critical',
  title: 'After a renewal the list price is charged although another one was agreed',
  procedures: {
    claimItems: (context, claim) => {
      const { term } = subscriptionById(context, claim.subscriptionId).agreement;
      const isRenewed = (index: number) => term?.atEnd === 'renew' && index >= term.periods;
      return claimItems(context, claim).map((item) => {
        const listed = item.version.charges.find(({ code }) => code === item.charge.code);
        return listed !== undefined && isRenewed(item.segment.index) ? { ...item, charge: listed } : item;
      });
    },
  },
};
