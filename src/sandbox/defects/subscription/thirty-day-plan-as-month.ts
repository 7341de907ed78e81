import { nextPeriodEnd } from '../../rules/subscription/next-period-end.ts';
import type { Defect } from '../defect.ts';

/** Every interval that was not a month or a year was stepped by months all the same. */
export const thirtyDayPlanAsMonth: Defect = {
  name: 'thirty-day-plan-as-month',
  row: 'SUB-16',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'A plan of thirty days is advanced by calendar months',
  rules: {
    nextPeriodEnd: (question) => {
      const isThirtyDays = question.interval.unit === 'day' && question.interval.count === 30;
      return nextPeriodEnd(isThirtyDays ? { ...question, interval: { unit: 'month', count: 1 } } : question);
    },
  },
};
