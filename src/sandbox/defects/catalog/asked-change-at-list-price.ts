import { quoteAct } from '../../procedures/invoicing/quote-act.ts';
import type { Defect } from '../defect.ts';

/** The preview dropped what came with the question beside plan and day. */
export const askedChangeAtListPrice: Defect = {
  name: 'asked-change-at-list-price',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'wrong-quote',
  severity: 'critical',
  title: 'What a change at an agreed price would cost is told at the price of the list',
  procedures: {
    quoteAct: (context, { customerId, act }) =>
      quoteAct(context, { customerId, act: act.kind === 'change' ? { ...act, negotiated: undefined } : act }),
  },
};
