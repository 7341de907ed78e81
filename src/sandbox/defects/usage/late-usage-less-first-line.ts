import { meteredPeriod } from '../../billing/metered-period.ts';
import { lateUsageParts } from '../../procedures/usage/late-usage-parts.ts';
import { billedUsageOf } from '../../store/billed-usage.ts';
import type { Defect } from '../defect.ts';

/** What was billed of a charge was looked up without asking for which of its prices. The list has no row for it. */
export const lateUsageLessFirstLine: Defect = {
  name: 'late-usage-less-first-line',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'From late usage at any price of a charge is taken off what was billed at the first one',
  procedures: {
    lateUsageParts: (context, question) =>
      lateUsageParts(context, question).map((late) => {
        const item = { subscriptionId: late.subscription.id, item: late.item.key };
        const first = billedUsageOf(context, item).find(({ kind }) => kind === 'usage')?.net ?? 0n;
        const open = meteredPeriod(context, late).map((part) => ({ ...part, net: part.net - first }));
        return { ...late, open };
      }),
  },
};
