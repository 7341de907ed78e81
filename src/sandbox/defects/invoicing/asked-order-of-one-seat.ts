import { quoteAct } from '../../procedures/invoicing/quote-act.ts';
import type { Defect } from '../defect.ts';

/** The preview of an order took the default of its form. The list has no row for it. */
export const askedOrderOfOneSeat: Defect = {
  name: 'asked-order-of-one-seat',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'major',
  title: 'What an order of several seats costs is told for one of them',
  procedures: {
    quoteAct: (context, { customerId, act }) =>
      quoteAct(context, {
        customerId,
        act: act.kind === 'order' ? { ...act, order: { ...act.order, quantity: '1' } } : act,
      }),
  },
};
