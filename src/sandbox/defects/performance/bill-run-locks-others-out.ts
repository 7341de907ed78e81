import type { Context } from '../../engine.ts';
import { runBills } from '../../procedures/invoicing/run-bills.ts';
import { ingestUsage } from '../../procedures/usage/ingest-usage.ts';
import { invoiceById } from '../../store/invoices.ts';
import type { Store } from '../../store/store.ts';
import type { Defect } from '../defect.ts';

const lockMs = 100;

const lockedUntil = new WeakMap<Store, number>();

/** The run held locks that it did not need, and what waited for them ran out of time. */
export const billRunLocksOthersOut: Defect = {
  name: 'bill-run-locks-others-out',
  row: 'PERF-03',
  family: 'PERF',
  stage: 'performance',
  effect: 'lost',
  severity: 'critical',
  title: 'What meets a bill run is refused because of its lock',
  procedures: {
    runBills: (context, run) => {
      refuseWhileLocked(context);
      lockedUntil.set(context.store, performance.now() + lockMs);
      return runBills(context, run);
    },
    readInvoice: (context, invoiceId) => {
      refuseWhileLocked(context);
      return invoiceById(context, invoiceId);
    },
    ingestUsage: async (context, events) => {
      refuseWhileLocked(context);
      return ingestUsage(context, events);
    },
  },
};

function refuseWhileLocked(context: Context): void {
  if (performance.now() < (lockedUntil.get(context.store) ?? 0))
    throw new Error('Lock wait timeout exceeded.');
}
