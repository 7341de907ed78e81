import { revenueSchedule } from '../../procedures/ledger/revenue-schedule.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const voidLeavesDeferredRevenue: Defect = {
  name: 'void-leaves-deferred-revenue',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'What was deferred of an invoice stays deferred when the invoice is void or credited',
  procedures: { revenueSchedule: (context, invoiceId) => revenueSchedule(context, invoiceId) },
};
