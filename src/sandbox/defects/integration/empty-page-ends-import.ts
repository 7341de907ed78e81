import { fetchOrders } from '../../procedures/platform/fetch-orders.ts';
import type { Defect } from '../defect.ts';

/** After the kind of duffelhq/paginator#37. */
export const emptyPageEndsImport: Defect = {
  name: 'empty-page-ends-import',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'lost',
  severity: 'major',
  title: 'A page without orders is taken for the last one',
  procedures: {
    fetchOrders: async (context, place) => {
      const page = await fetchOrders(context, place);
      return page?.orders.length === 0 ? { ...page, isLast: true } : page;
    },
  },
};
