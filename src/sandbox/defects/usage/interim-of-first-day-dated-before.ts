import { addDays, daysBetween } from '../../../model/date.ts';
import { runningUsage } from '../../procedures/invoicing/bill-reached.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** After the kind of getlago/lago-api#3025, where the last day of a period had the dates of the next one. */
export const interimOfFirstDayDatedBefore: Defect = {
  name: 'interim-of-first-day-dated-before',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'Usage that is invoiced ahead on the first day of a period shows the period before',
  procedures: {
    runningUsage: (context, of) => {
      const today = todayOf(context.store, context.tenantId);
      return runningUsage(context, of).map((usage) => {
        const { segment } = usage.item;
        const { from, to } = segment.used;
        if (from !== today) return usage;
        const used = { from: addDays(from, -daysBetween(from, to)), to: from };
        return { ...usage, item: { ...usage.item, segment: { ...segment, used } } };
      });
    },
  },
};
