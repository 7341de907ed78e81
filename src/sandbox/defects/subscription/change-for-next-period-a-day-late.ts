import { addDays } from '../../../model/date.ts';
import { changePlan } from '../../procedures/subscription/change-plan.ts';
import { stretchOn } from '../../procedures/subscription/current-service.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The day was compared with the last one of the period, which it is not. The list has no row for it. */
export const changeForNextPeriodADayLate: Defect = {
  name: 'change-for-next-period-a-day-late',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'late',
  severity: 'minor',
  title: 'A change that is named ahead for the first day of the next period comes a day later',
  procedures: {
    changePlan: (context, change) => {
      const { subscriptionId, timing } = change;
      const today = todayOf(context.store, context.tenantId);
      const running = stretchOn(context, subscriptionById(context, subscriptionId), today);
      const isNextPeriod = timing.kind === 'date' && timing.date === running?.whole.to;
      const later = isNextPeriod ? { ...timing, date: addDays(timing.date, 1) } : timing;
      changePlan(context, { ...change, timing: later });
    },
  },
};
