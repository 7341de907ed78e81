import { runningUsage } from '../../procedures/invoicing/bill-reached.ts';
import type { Defect } from '../defect.ts';

/** The period that runs was cut at midnight of the server. The list has no row for it. */
export const thresholdByGreenwich: Defect = {
  name: 'threshold-by-greenwich',
  row: 'RAT',
  family: 'RAT',
  stage: 'rating',
  effect: 'late',
  severity: 'minor',
  title: 'Usage in the evening of a last day west of Greenwich reaches no threshold',
  procedures: {
    runningUsage: (context, { customer, subscription }) =>
      runningUsage(context, { customer: { ...customer, timeZone: 'UTC' }, subscription }),
  },
};
