import { z } from 'zod';
import { importOrder } from '../../procedures/platform/import-order.ts';
import type { Defect } from '../defect.ts';

/** Who he was had been read from the order that came last. */
export const nameOfTheNewestOrder: Defect = {
  name: 'name-of-the-newest-order',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'An order of a known customer gives him the name that it says',
  procedures: {
    importOrder: (context, given) => {
      const result = importOrder(context, given);
      const order = z.object({ customer: z.object({ name: z.string() }) }).safeParse(given);
      if (result.kind === 'imported' && order.success)
        context.store.run(
          'UPDATE customers SET name = ? WHERE tenant = ? AND id = ?',
          order.data.customer.name,
          context.tenantId,
          result.customerId,
        );
      return result;
    },
  },
};
