import { quoteAct } from '../../procedures/invoicing/quote-act.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

export const askedPriceOfToday: Defect = {
  name: 'asked-price-of-today',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'major',
  title: 'What something would cost on a later day is answered with the prices of today',
  procedures: {
    quoteAct: (context, quoted) => {
      const today = todayOf(context.store, context.tenantId);
      const { priceVersionInForce } = context.rules;
      const rules: typeof context.rules = {
        ...context.rules,
        priceVersionInForce: (question) =>
          priceVersionInForce({
            ...question,
            versions: question.versions.filter(({ effectiveFrom }) => effectiveFrom <= today),
          }),
      };
      return quoteAct({ ...context, rules }, quoted);
    },
  },
};
