import { addDays } from '../../../model/date.ts';
import { usageWindow } from '../../rules/usage/usage-window.ts';
import type { Defect } from '../defect.ts';

/** One bill asked for days before the billing date, the next for days after it. */
export const boundaryDayInNoBill: Defect = {
  name: 'boundary-day-in-no-bill',
  row: 'USE-18',
  family: 'USE',
  stage: 'usage',
  effect: 'lost',
  severity: 'critical',
  title: 'Usage of the billing day itself is in no bill',
  rules: {
    usageWindow: (period, zone) => usageWindow({ from: addDays(period.from, 1), to: period.to }, zone),
  },
};
