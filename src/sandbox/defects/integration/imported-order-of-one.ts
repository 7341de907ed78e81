import { importOrder } from '../../procedures/platform/import-order.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const importedOrderOfOne: Defect = {
  name: 'imported-order-of-one',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'under-billed',
  severity: 'critical',
  title: 'An order that is imported is an order of one unit',
  procedures: {
    importOrder: (context, order) => {
      if (typeof order !== 'object' || order === null) return importOrder(context, order);
      return importOrder(context, {
        ...order,
        ...('quantity' in order && order.quantity !== 'three' ? { quantity: '1' } : {}),
      });
    },
  },
};
