import { subscribe } from '../../procedures/subscription/subscribe.ts';
import { isSold } from '../../rules/catalog/is-sold.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The list of the day of entry was asked, not that of the first day. */
export const withdrawnPlanOrderedAhead: Defect = {
  name: 'withdrawn-plan-ordered-ahead',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'major',
  title: 'Who orders early enough gets a plan for a day on which it is not sold any more',
  procedures: {
    subscribe: (context, wanted) => {
      const day = todayOf(context.store, context.tenantId);
      const rules = {
        ...context.rules,
        isSold: (question: Parameters<typeof isSold>[0]) => isSold({ ...question, day }),
      };
      return subscribe({ ...context, rules }, wanted);
    },
  },
};
