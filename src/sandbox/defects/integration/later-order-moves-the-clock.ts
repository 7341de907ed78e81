import { z } from 'zod';
import { importOrder } from '../../procedures/platform/import-order.ts';
import type { Defect } from '../defect.ts';

/** Every order wrote the customer that came with it over the one that was there. */
export const laterOrderMovesTheClock: Defect = {
  name: 'later-order-moves-the-clock',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-period',
  severity: 'major',
  title: 'A later order moves a known customer to the time zone that it names',
  procedures: {
    importOrder: (context, given) => {
      const result = importOrder(context, given);
      const order = z.object({ customer: z.object({ timeZone: z.string() }) }).safeParse(given);
      if (result.kind === 'imported' && order.success)
        context.store.run(
          'UPDATE customers SET time_zone = ? WHERE tenant = ? AND id = ?',
          order.data.customer.timeZone,
          context.tenantId,
          result.customerId,
        );
      return result;
    },
  },
};
