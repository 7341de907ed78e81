import { runningUsage } from '../../procedures/invoicing/bill-reached.ts';
import type { Defect } from '../defect.ts';

/** Usage was priced by the list while the period ran. The list has no row for it. */
export const thresholdAtListPrice: Defect = {
  name: 'threshold-at-list-price',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'over-billed',
  severity: 'major',
  title: 'Usage that reaches a threshold is billed at the list price, not at the one agreed',
  procedures: {
    runningUsage: (context, { customer, subscription }) => {
      const agreement = { ...subscription.agreement, negotiated: [] };
      return runningUsage(context, { customer, subscription: { ...subscription, agreement } });
    },
  },
};
