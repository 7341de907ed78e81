import { newId } from '../../new-id.ts';
import { subscribe } from '../../procedures/subscription/subscribe.ts';
import type { Defect } from '../defect.ts';

/** The answer to the first order was not kept, and nothing else knew the key. The list has no row for it. */
export const orderRepeatedDespiteKey: Defect = {
  name: 'order-repeated-despite-key',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'An order that is sent again with the same key is a second subscription',
  procedures: {
    answerBefore: () => null,
    subscribe: (context, subscription) =>
      subscribe(context, { ...subscription, key: `${subscription.key} ${newId('try')}` }),
  },
};
