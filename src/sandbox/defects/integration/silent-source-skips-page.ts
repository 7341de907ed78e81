import { fetchOrders } from '../../procedures/platform/fetch-orders.ts';
import type { Defect } from '../defect.ts';

const pageSize = 5;

/** The place was moved on before the answer was there: a page that broke off counted as read. */
export const silentSourceSkipsPage: Defect = {
  name: 'silent-source-skips-page',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'lost',
  severity: 'critical',
  title: 'What an order source could not deliver is never asked for again',
  procedures: {
    fetchOrders: async (context, place) => {
      const page = await fetchOrders(context, place);
      const beyond = String((Number(place.cursor) || 0) + pageSize);
      return page ?? { orders: [], cursor: beyond, isLast: true };
    },
  },
};
