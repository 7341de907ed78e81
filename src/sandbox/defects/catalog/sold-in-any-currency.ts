import { standardRules } from '../../rules/index.ts';
import type { Defect } from '../defect.ts';

/** Nothing compared the customer's currency with the plan's, and its figure was taken. The list has no row for it. */
export const soldInAnyCurrency: Defect = {
  name: 'sold-in-any-currency',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'critical',
  title: 'A plan is sold in a currency that it has no price in, at the figure of its own currency',
  rules: {
    isSoldIn: () => true,
    priceInCurrency: (question) => standardRules.priceInCurrency(question) ?? question.charge.price,
  },
};
