import { lastState } from '../../procedures/payment/last-state.ts';
import { changeBillDay } from '../../procedures/subscription/change-bill-day.ts';
import { planVersions } from '../../store/catalog.ts';
import { insertClaim } from '../../store/claims.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** Billing was taken to begin with the new bill day. The list has no row for it. */
export const daysBeforeEarlyBillDayFree: Defect = {
  name: 'days-before-early-bill-day-free',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'major',
  title: 'A bill day that is moved before the service began leaves the days up to it for nothing',
  procedures: {
    changeBillDay: (context, change) => {
      const { subscriptionId } = change;
      const { start } = subscriptionById(context, subscriptionId);
      const runDate = todayOf(context.store, context.tenantId);
      const { plan } = lastState(context, subscriptionId);
      changeBillDay(context, change);
      if (start <= runDate) return;
      for (const { code, kind } of planVersions(context, plan).flatMap(({ charges }) => charges))
        if (kind === 'recurring')
          insertClaim(context, subscriptionId, { item: `0 ${code} advance ${start}`, runDate });
    },
  },
};
