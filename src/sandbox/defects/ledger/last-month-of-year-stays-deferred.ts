import { deferRevenue } from '../../procedures/ledger/defer-revenue.ts';
import type { Defect } from '../defect.ts';

/** Month 13 was found by no query. The list has no row for it. */
export const lastMonthOfYearStaysDeferred: Defect = {
  name: 'last-month-of-year-stays-deferred',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'The close of December earns nothing: its next month was looked for in the same year',
  procedures: {
    deferRevenue: (context, month) => {
      if (!month.startsWith('12', 5)) deferRevenue(context, month);
    },
  },
};
