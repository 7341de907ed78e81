import { importOrder } from '../../procedures/platform/import-order.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const importedCustomerLivesAtHeadquarters: Defect = {
  name: 'imported-customer-lives-at-headquarters',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Days of imported customers end when they end in Berlin',
  procedures: {
    importOrder: (context, order) => {
      if (typeof order !== 'object' || order === null) return importOrder(context, order);
      return importOrder(context, {
        ...order,
        ...('customer' in order
          ? { customer: { ...Object(order.customer), timeZone: 'Europe/Berlin' } }
          : {}),
      });
    },
  },
};
