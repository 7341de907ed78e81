import { draftContent } from '../../procedures/invoicing/drafts.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** After the kind of FOSSBilling/FOSSBilling#3997, where what was approved was not what had been looked at. */
export const draftShownAtPriceOfToday: Defect = {
  name: 'draft-shown-at-price-of-today',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'wrong-document',
  severity: 'major',
  title: 'A draft shows the prices that are in force on the day on which somebody looks at it',
  procedures: {
    draftContent: (context, draftId) => {
      const today = todayOf(context.store, context.tenantId);
      const { pricingDay } = context.rules;
      const rules: typeof context.rules = {
        ...context.rules,
        pricingDay: (question) => {
          const day = pricingDay(question);
          return day < today && today < question.whole.to ? today : day;
        },
      };
      return draftContent({ ...context, rules }, draftId);
    },
  },
};
