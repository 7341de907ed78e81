import { runBills } from '../../procedures/invoicing/run-bills.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

export const billRunAheadIsForToday: Defect = {
  name: 'bill-run-ahead-is-for-today',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'late',
  severity: 'minor',
  title: 'A bill run for a day to come says that it is done, and has billed up to today',
  procedures: {
    runBills: (context, run) => {
      const today = todayOf(context.store, context.tenantId);
      return runBills(context, { ...run, date: run.date > today ? today : run.date });
    },
  },
};
