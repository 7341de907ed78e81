import { availableBalance } from '../../procedures/credit/apply-balance.ts';
import { balanceEntriesOf } from '../../store/balance.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const restOfCreditForgotten: Defect = {
  name: 'rest-of-credit-forgotten',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'critical',
  title: 'Of credit that is more than one invoice the rest is forgotten',
  procedures: {
    availableBalance: (context, customerId) => {
      const isBegun = balanceEntriesOf(context, customerId).at(-1)?.kind === 'applied';
      return isBegun ? 0n : availableBalance(context, customerId);
    },
  },
};
