import { importOrder } from '../../procedures/platform/import-order.ts';
import type { Defect } from '../defect.ts';

const blocked = new Set<string>();

/** The first order that could not be read ended the round, and the place was noted as if all had been dealt with. */
export const badOrderHoldsUpPage: Defect = {
  name: 'bad-order-holds-up-page',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'lost',
  severity: 'major',
  title: 'One order that cannot be read holds up all that come after it',
  procedures: {
    importOrder: (context, order) => {
      const result = importOrder(context, order);
      if (result.kind === 'rejected') blocked.add(context.tenantId);
      if (!blocked.has(context.tenantId)) return result;
      return { kind: 'rejected', orderId: result.orderId, field: '', reason: 'an order before it failed' };
    },
  },
};
