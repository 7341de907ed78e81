import { addDays } from '../../../model/date.ts';
import { unusedPart } from '../../rules/rating/unused-part.ts';
import type { Defect } from '../defect.ts';

/** A state of one day began and ended with the same date, and was repaired as if it had never been. */
export const dayBetweenChangesGivenBack: Defect = {
  name: 'day-between-changes-given-back',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-credited',
  severity: 'minor',
  title: 'Who changes on two days, one after the other, does not pay for the first of them',
  rules: {
    unusedPart: (question, habit) => {
      const { paid, end, cause } = question;
      const isOneDay = cause === 'change' && end === addDays(paid.from, 1);
      return unusedPart(isOneDay ? { ...question, end: paid.from } : question, habit);
    },
  },
};
