import { priceVersionInForce } from '../../rules/catalog/price-version-in-force.ts';
import type { Defect } from '../defect.ts';

/** The plan had an entry from the first time, and its price was taken without a look at the day. */
export const oldPriceAfterChangeBack: Defect = {
  name: 'old-price-after-change-back',
  row: 'CAT-06',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'critical',
  title: 'Who changes the plan and changes back gets the price of its first version',
  rules: {
    priceVersionInForce: (question) =>
      question.plansBefore > 1
        ? priceVersionInForce({ ...question, versions: question.versions.slice(0, 1) })
        : priceVersionInForce(question),
  },
};
