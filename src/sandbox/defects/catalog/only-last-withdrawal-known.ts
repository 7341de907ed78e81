import { isSold } from '../../rules/catalog/is-sold.ts';
import type { Defect } from '../defect.ts';

/** One day of withdrawal was kept for each plan, the last. The list has no row for it. */
export const onlyLastWithdrawalKnown: Defect = {
  name: 'only-last-withdrawal-known',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'With its second withdrawal a plan is on the list of days on which it was not sold',
  rules: {
    isSold: ({ withdrawnFrom, ...question }) =>
      isSold({ withdrawnFrom: withdrawnFrom.slice(-1), ...question }),
  },
};
