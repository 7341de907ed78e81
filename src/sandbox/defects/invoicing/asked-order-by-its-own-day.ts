import { quoteAct } from '../../procedures/invoicing/quote-act.ts';
import type { Defect } from '../defect.ts';

/** The preview of an order took the default of its form. The list has no row for it. */
export const askedOrderByItsOwnDay: Defect = {
  name: 'asked-order-by-its-own-day',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'major',
  title: 'What an order by the calendar costs is told for a whole month',
  procedures: {
    quoteAct: (context, { customerId, act }) =>
      quoteAct(context, {
        customerId,
        act: act.kind === 'order' ? { ...act, order: { ...act.order, billing: 'anniversary' } } : act,
      }),
  },
};
