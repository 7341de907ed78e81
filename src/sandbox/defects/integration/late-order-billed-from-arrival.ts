import { importOrder } from '../../procedures/platform/import-order.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The first day of service was the day of the import: days between order and arrival were given away. */
export const lateOrderBilledFromArrival: Defect = {
  name: 'late-order-billed-from-arrival',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'under-billed',
  severity: 'major',
  title: 'An order that arrives late is billed from the day of its arrival',
  procedures: {
    importOrder: (context, order) => {
      const today = todayOf(context.store, context.tenantId);
      const isLate =
        typeof order === 'object' && order !== null && String(Reflect.get(order, 'start')) < today;
      return importOrder(context, isLate ? { ...order, start: today } : order);
    },
  },
};
