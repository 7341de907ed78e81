import { importOrder } from '../../procedures/platform/import-order.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const importedCustomerTaxedAtHome: Defect = {
  name: 'imported-customer-taxed-at-home',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-tax',
  severity: 'critical',
  title: 'Customers who come with an order are taxed where the seller is',
  procedures: {
    importOrder: (context, order) => {
      if (typeof order !== 'object' || order === null) return importOrder(context, order);
      return importOrder(context, {
        ...order,
        ...('customer' in order ? { customer: { ...Object(order.customer), country: 'DE' } } : {}),
      });
    },
  },
};
