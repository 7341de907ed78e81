import { addDays } from '../../../model/date.ts';
import { addOnAnchor } from '../../rules/subscription/add-on-anchor.ts';
import type { Defect } from '../defect.ts';

/** The base is billed on the last day of each month; the add-on kept the shorter day on which it began. */
export const addOnLosesMonthEnd: Defect = {
  name: 'add-on-loses-month-end',
  row: 'SUB-05',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'An add-on that begins on the last day of a short month leaves the day of billing of its base',
  rules: {
    addOnAnchor: (question) => {
      const { start, baseAnchor } = question;
      const isLastOfMonth = addDays(start, 1).endsWith('-01');
      return isLastOfMonth && baseAnchor.slice(8) > start.slice(8) ? start : addOnAnchor(question);
    },
  },
};
