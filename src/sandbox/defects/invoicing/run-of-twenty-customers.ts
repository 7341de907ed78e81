import { billCustomer } from '../../procedures/invoicing/bill-customer.ts';
import type { Defect } from '../defect.ts';

export const runOfTwentyCustomers: Defect = {
  name: 'run-of-twenty-customers',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'lost',
  severity: 'critical',
  title: 'A bill run takes the first page of twenty customers; the others are billed by nobody',
  procedures: {
    billCustomer: (context, bill) => {
      const page = context.store.all(
        'SELECT id FROM customers WHERE tenant = ? ORDER BY rowid LIMIT 20',
        context.tenantId,
      );
      const isOnPage = page.some(({ id }) => id === bill.customerId);
      return isOnPage ? billCustomer(context, bill) : null;
    },
  },
};
