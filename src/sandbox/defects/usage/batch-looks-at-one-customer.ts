import { ingestUsage } from '../../procedures/usage/ingest-usage.ts';
import type { Defect } from '../defect.ts';

/** A batch was taken for the usage of one customer. The list has no row for it. */
export const batchLooksAtOneCustomer: Defect = {
  name: 'batch-looks-at-one-customer',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Of the customers of a batch only the first is looked at for thresholds',
  procedures: {
    ingestUsage: (context, events) => {
      let looked = 0;
      const billReached: typeof context.procedures.billReached = (within, customerId) => {
        looked += 1;
        return looked > 1 ? [] : context.procedures.billReached(within, customerId);
      };
      return ingestUsage({ ...context, procedures: { ...context.procedures, billReached } }, events);
    },
  },
};
