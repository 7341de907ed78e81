import { addDays } from '../../../model/date.ts';
import { changeBillDay } from '../../procedures/subscription/change-bill-day.ts';
import { stretchOn } from '../../procedures/subscription/current-service.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** The last day of a period was taken for the first one of the next. */
export const billDayOfLastDayWaits: Defect = {
  name: 'bill-day-of-last-day-waits',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'late',
  severity: 'minor',
  title: 'A bill day that is moved on the last day of a period, to that day, comes a month later',
  procedures: {
    changeBillDay: (context, change) => {
      const running = stretchOn(context, subscriptionById(context, change.subscriptionId), change.from);
      const tomorrow = addDays(change.from, 1);
      changeBillDay(context, running?.whole.to === tomorrow ? { ...change, from: tomorrow } : change);
    },
  },
};
