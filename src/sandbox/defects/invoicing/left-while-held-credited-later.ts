import { releaseInvoices } from '../../procedures/invoicing/hold.ts';
import type { Defect } from '../defect.ts';

/** What was billed made something else due, and nobody looked again before the next bill run. */
export const leftWhileHeldCreditedLater: Defect = {
  name: 'left-while-held-credited-later',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'under-credited',
  severity: 'major',
  title:
    'Who left while bills were held is billed the whole month at first, and has the rest back with a later run',
  procedures: {
    releaseInvoices: (context, customerId) => {
      let runs = 0;
      const billCustomer: typeof context.procedures.billCustomer = (within, bill) => {
        runs += 1;
        return runs === 1 ? context.procedures.billCustomer(within, bill) : null;
      };
      releaseInvoices({ ...context, procedures: { ...context.procedures, billCustomer } }, customerId);
    },
  },
};
