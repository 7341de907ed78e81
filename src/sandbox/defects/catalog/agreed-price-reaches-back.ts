import { agreementFor } from '../../rules/catalog/agreement-for.ts';
import type { Defect } from '../defect.ts';

/** The latest terms of the plan were taken, whenever they were agreed. The list has no row for it. */
export const agreedPriceReachesBack: Defect = {
  name: 'agreed-price-reaches-back',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'major',
  title: 'A price agreed when somebody comes back to a plan is also charged for his first time on it',
  rules: {
    agreementFor: ({ agreement, segment }) =>
      agreementFor({ agreement, segment: { ...segment, assignment: Number.MAX_SAFE_INTEGER } }),
  },
};
