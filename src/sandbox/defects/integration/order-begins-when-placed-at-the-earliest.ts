import { importOrder } from '../../procedures/platform/import-order.ts';
import type { Defect } from '../defect.ts';

/** After the kind of Paymenter/Paymenter@2f997071, where another day than the agreed one was counted from. */
export const orderBeginsWhenPlacedAtTheEarliest: Defect = {
  name: 'order-begins-when-placed-at-the-earliest',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'under-billed',
  severity: 'major',
  title: 'An order for a day of the past begins on the day on which it was placed',
  procedures: { importOrder: (context, order) => importOrder(context, notBeforePlaced(order)) },
};

function notBeforePlaced(order: unknown): unknown {
  if (typeof order !== 'object' || order === null) return order;
  const [placedAt, start] = [Reflect.get(order, 'placedAt'), Reflect.get(order, 'start')];
  if (typeof placedAt !== 'string' || typeof start !== 'string') return order;
  const placed = placedAt.slice(0, start.length);
  return placed > start ? { ...order, start: placed } : order;
}
