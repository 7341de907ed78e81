import type { OrderImport, OrderResult } from '../../../model/billing/order.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { neighbourOf, setCursor } from '../../store/neighbours.ts';

const kind = 'order-source';

/** The place is noted only after all orders of a page are dealt with: a page that is cut is fetched again, as a whole. */
export async function importOrders(context: Context): Promise<OrderImport> {
  const results: OrderResult[] = [];
  for (;;) {
    const source = neighbourOf(context, kind);
    if (source === null) refuse('kind', 'Found no order source, expected one to be connected before.');
    const page = await context.procedures.fetchOrders(context, source);
    if (page === null) return { source: 'silent', results };
    for (const order of page.orders) results.push(context.procedures.importOrder(context, order));
    setCursor(context, kind, page.cursor);
    if (page.isLast) return { source: 'answered', results };
  }
}
