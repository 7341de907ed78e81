import { billCustomer } from '../../procedures/invoicing/bill-customer.ts';
import { takeNumber } from '../../store/legal-entities.ts';
import type { Defect } from '../defect.ts';

/** The number was taken before anybody knew whether there would be an invoice. The list has no row for it. */
export const numberLostByEmptyRun: Defect = {
  name: 'number-lost-by-empty-run',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'A run that finds nothing to bill takes a number, and the series has a gap',
  procedures: {
    billCustomer: (context, bill) => {
      const id = billCustomer(context, bill);
      if (id === null) takeNumber(context, 'INV-');
      return id;
    },
  },
};
