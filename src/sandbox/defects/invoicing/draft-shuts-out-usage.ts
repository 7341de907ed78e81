import { storeUsage } from '../../procedures/usage/store-usage.ts';
import { draftsOf } from '../../store/drafts.ts';
import type { Defect } from '../defect.ts';

/** The bill run, and not the invoice, was the end of a period's usage: what getlago/lago-api PR 675 is there for. */
export const draftShutsOutUsage: Defect = {
  name: 'draft-shuts-out-usage',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'under-billed',
  severity: 'critical',
  title: 'Usage that comes while its draft waits is taken in and never billed',
  procedures: {
    storeUsage: (context, taken) => {
      const { customerId, at } = taken.event;
      const isShutOut = draftsOf(context, customerId).some(({ billDate }) => at.slice(0, 10) < billDate);
      return isShutOut || storeUsage(context, taken);
    },
  },
};
