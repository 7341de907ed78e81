import { standardRules } from '../../rules/index.ts';
import type { Defect } from '../defect.ts';

/** A version was looked at alone, and not with those that customers had bought by. The list has no row for it. */
export const newVersionDropsCurrency: Defect = {
  name: 'new-version-drops-currency',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'lost',
  severity: 'critical',
  title: 'After a new version of the plan, customers who pay in a currency that it lacks are charged nothing',
  rules: {
    missingPrices: ({ version }) => standardRules.missingPrices({ published: [], version }),
    priceInCurrency: (question) => standardRules.priceInCurrency(question) ?? { kind: 'flat', amount: '0' },
  },
};
