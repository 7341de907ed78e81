import { runBills } from '../../procedures/invoicing/run-bills.ts';
import type { Defect } from '../defect.ts';

const runMs = 500;

/** A run took longer than the time to the next, and all others waited for both. */
export const billRunStopsAllElse: Defect = {
  name: 'bill-run-stops-all-else',
  row: 'PERF-01',
  family: 'PERF',
  stage: 'performance',
  effect: 'late',
  severity: 'major',
  title: 'While bills are run nobody is answered',
  procedures: {
    runBills: (context, run) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, runMs);
      return runBills(context, run);
    },
  },
};
