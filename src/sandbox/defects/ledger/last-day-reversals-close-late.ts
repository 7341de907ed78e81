import { addDays } from '../../../model/date.ts';
import { deferRevenue } from '../../procedures/ledger/defer-revenue.ts';
import type { Defect } from '../defect.ts';

/** Notes and voids were read before the last day, and not up to it. The list has no row for it. */
export const lastDayReversalsCloseLate: Defect = {
  name: 'last-day-reversals-close-late',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'What is taken back on the last day of a month changes what is deferred a month later',
  procedures: {
    deferRevenue: (context, month) => {
      const revenueSchedule: typeof context.procedures.revenueSchedule = (within, invoiceId, asOf) =>
        context.procedures.revenueSchedule(within, invoiceId, asOf && addDays(asOf, -1));
      deferRevenue({ ...context, procedures: { ...context.procedures, revenueSchedule } }, month);
    },
  },
};
