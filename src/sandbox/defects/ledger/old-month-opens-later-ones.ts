import { closePeriod, lastDayOf } from '../../procedures/ledger/close-period.ts';
import { setClosedTo } from '../../store/closed-periods.ts';
import type { Defect } from '../defect.ts';

/** odoo/odoo#1008. */
export const oldMonthOpensLaterOnes: Defect = {
  name: 'old-month-opens-later-ones',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'Who closes a month that was closed before opens all after it',
  procedures: {
    closePeriod: (context, month) => {
      closePeriod(context, month);
      setClosedTo(context, lastDayOf(month));
    },
  },
};
