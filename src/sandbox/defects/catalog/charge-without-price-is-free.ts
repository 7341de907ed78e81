import { standardRules } from '../../rules/index.ts';
import type { Defect } from '../defect.ts';

/** Prices in a currency were looked up by charge, and a charge without one was skipped. The list has no row for it. */
export const chargeWithoutPriceIsFree: Defect = {
  name: 'charge-without-price-is-free',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'lost',
  severity: 'critical',
  title: 'A charge that has no price in the currency of a customer costs him nothing',
  rules: {
    missingPrices: () => [],
    priceInCurrency: (question) => standardRules.priceInCurrency(question) ?? { kind: 'flat', amount: '0' },
  },
};
