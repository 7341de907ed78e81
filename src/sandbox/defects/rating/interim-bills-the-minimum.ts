import { itemsDueBy } from '../../billing/due-items.ts';
import { openParts } from '../../billing/open-usage.ts';
import { runningUsage } from '../../procedures/invoicing/bill-reached.ts';
import { segmentOn } from '../../procedures/subscription/current-service.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** Whatever the end of a period bills was billed ahead. The list has no row for it. */
export const interimBillsTheMinimum: Defect = {
  name: 'interim-bills-the-minimum',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'over-billed',
  severity: 'major',
  title: 'A threshold invoices the minimum of the period long before its end',
  procedures: {
    runningUsage: (context, of) => {
      const today = todayOf(context.store, context.tenantId);
      const running = segmentOn(context, of.subscription, today);
      const keys = new Set(runningUsage(context, of).map(({ item }) => item.key));
      return itemsDueBy(context, of.subscription, running?.whole.to ?? today)
        .filter(({ key }) => keys.has(key))
        .map((item) => openParts(context, { ...of, item }));
    },
  },
};
