import { isSold } from '../../rules/catalog/is-sold.ts';
import type { Defect } from '../defect.ts';

/** One day of withdrawal was kept for each plan, the first. The list has no row for it. */
export const secondWithdrawalIgnored: Defect = {
  name: 'second-withdrawal-ignored',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'major',
  title: 'A plan that was sold again once can never be taken off the list again',
  rules: {
    isSold: ({ withdrawnFrom, ...question }) =>
      isSold({ withdrawnFrom: withdrawnFrom.slice(0, 1), ...question }),
  },
};
