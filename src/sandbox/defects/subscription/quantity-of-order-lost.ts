import { subscribe } from '../../procedures/subscription/subscribe.ts';
import type { Defect } from '../defect.ts';

/** The quantity was not passed on from the order. The list has no row for it. */
export const quantityOfOrderLost: Defect = {
  name: 'quantity-of-order-lost',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'critical',
  title: 'However many seats are ordered, one is billed',
  procedures: {
    subscribe: (context, subscription) => subscribe(context, { ...subscription, quantity: '1' }),
  },
};
