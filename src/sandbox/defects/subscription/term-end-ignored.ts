import { subscribe } from '../../procedures/subscription/subscribe.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const termEndIgnored: Defect = {
  name: 'term-end-ignored',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'critical',
  title: 'A contract that ends with its term is billed on after it',
  procedures: {
    subscribe: (context, wanted) => {
      const { term, ...rest } = wanted;
      return subscribe(context, term?.atEnd === 'end' ? rest : wanted);
    },
  },
};
