import { addDays, periodDays } from '../../../model/date.ts';
import { dueDay } from '../../rules/invoicing/due-day.ts';
import type { Defect } from '../defect.ts';

/** The last day was a day of the future where the customer's day ends after that of UTC. */
export const usageBeforeCancelAMonthLate: Defect = {
  name: 'usage-before-cancel-a-month-late',
  row: 'USE-04',
  family: 'USE',
  stage: 'usage',
  effect: 'late',
  severity: 'major',
  title: 'What was used shortly before a cancellation is billed a month later',
  rules: {
    dueDay: (question) => {
      const isFresh = question.timing === 'usage' && periodDays(question.used) <= 1;
      return isFresh ? addDays(question.used.to, 30) : dueDay(question);
    },
  },
};
