import { stretchOn } from '../../procedures/subscription/current-service.ts';
import { resume } from '../../procedures/subscription/resume.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The bill run of that day had passed him by, and the rest of a period that is whole was taken for none. */
export const backOnFirstDayOfPeriodForNothing: Defect = {
  name: 'back-on-first-day-of-period-for-nothing',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'critical',
  title: 'Who comes back on the first day of a period has that period for nothing',
  procedures: {
    resume: (context, interruption) => {
      const today = todayOf(context.store, context.tenantId);
      const subscription = subscriptionById(context, interruption.subscriptionId);
      const isFirstDay = stretchOn(context, subscription, today)?.whole.from === today;
      const isToday = interruption.timing.kind === 'date' && interruption.timing.date === today;
      resume(
        context,
        isFirstDay && isToday ? { ...interruption, timing: { kind: 'period-end' } } : interruption,
      );
    },
  },
};
