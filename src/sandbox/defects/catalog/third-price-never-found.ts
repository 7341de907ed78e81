import { priceVersionInForce } from '../../rules/catalog/price-version-in-force.ts';
import type { Defect } from '../defect.ts';

/** The search for the price of a period ended at the first change that it met. */
export const thirdPriceNeverFound: Defect = {
  name: 'third-price-never-found',
  row: 'CAT-05',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'critical',
  title: 'Of several price changes only the first reaches running subscriptions',
  rules: {
    priceVersionInForce: (question) =>
      priceVersionInForce({ ...question, versions: question.versions.slice(0, 2) }),
  },
};
