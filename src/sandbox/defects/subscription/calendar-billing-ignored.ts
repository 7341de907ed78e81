import { nextPeriodEnd } from '../../rules/subscription/next-period-end.ts';
import type { Defect } from '../defect.ts';

/** The wish was not passed on from the order. The list has no row for it. */
export const calendarBillingIgnored: Defect = {
  name: 'calendar-billing-ignored',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Who is to be billed by the calendar is billed from the day of the order',
  rules: { nextPeriodEnd: (question) => nextPeriodEnd({ ...question, billing: 'anniversary' }) },
};
