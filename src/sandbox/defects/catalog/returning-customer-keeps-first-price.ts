import { priceVersionInForce } from '../../rules/catalog/price-version-in-force.ts';
import type { Defect } from '../defect.ts';

/** The day of the order was taken for the day of the plan, which it is only for the first one. The list has no row for it. */
export const returningCustomerKeepsFirstPrice: Defect = {
  name: 'returning-customer-keeps-first-price',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'major',
  title: 'Who leaves a plan and comes back to it pays what it cost when he signed at first',
  rules: {
    priceVersionInForce: (question, habit) =>
      priceVersionInForce(
        question.plansBefore > 1 ? { ...question, planSince: question.signedOn } : question,
        habit,
      ),
  },
};
