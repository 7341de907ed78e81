import { subscribe } from '../../procedures/subscription/subscribe.ts';
import type { Defect } from '../defect.ts';

/** The agreement of the base was looked up, and it names no charge of the add-on. The list has no row for it. */
export const addOnAtListPrice: Defect = {
  name: 'add-on-at-list-price',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'Prices that were agreed for an add-on are not charged',
  procedures: {
    subscribe: (context, wanted) =>
      subscribe(context, wanted.addOnTo === undefined ? wanted : { ...wanted, negotiated: undefined }),
  },
};
