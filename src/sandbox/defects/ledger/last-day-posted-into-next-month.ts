import { addDays } from '../../../model/date.ts';
import { postingDay } from '../../rules/ledger/posting-day.ts';
import type { Defect } from '../defect.ts';

/** Days of the books ended hours before the customers' days did. The list has no row for it. */
export const lastDayPostedIntoNextMonth: Defect = {
  name: 'last-day-posted-into-next-month',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'What is done on the last day of a month is posted in the next one',
  rules: {
    postingDay: (wanted, closedTo) => {
      const day = postingDay(wanted, closedTo);
      const next = addDays(day, 1);
      return next.endsWith('-01') ? next : day;
    },
  },
};
