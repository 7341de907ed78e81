import { lastDayOf } from '../../procedures/ledger/close-period.ts';
import { setClosedTo } from '../../store/closed-periods.ts';
import type { Defect } from '../defect.ts';

/** The comparison of days was off by one. The list has no row for it. */
export const openMonthClosed: Defect = {
  name: 'open-month-closed',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'minor',
  title: 'A month can be closed on its last day, before its last postings',
  procedures: {
    closePeriod: (context, month) => {
      context.procedures.deferRevenue(context, month);
      setClosedTo(context, lastDayOf(month));
    },
  },
};
