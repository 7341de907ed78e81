import type { PlanVersion } from '../../../model/billing/catalog.ts';
import { missingPrices } from '../../rules/catalog/missing-prices.ts';
import type { Defect } from '../defect.ts';

/** Prices were asked for in the first further currency alone. The list has no row for it. */
export const secondFurtherCurrencyDropped: Defect = {
  name: 'second-further-currency-dropped',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'lost',
  severity: 'critical',
  title: 'A new version may leave out a currency, where the plan was sold in several',
  rules: {
    missingPrices: ({ published, version }) =>
      missingPrices({ published: published.map(inOneMore), version: inOneMore(version) }),
  },
};

function inOneMore(version: PlanVersion): PlanVersion {
  return { ...version, otherCurrencies: version.otherCurrencies?.slice(0, 1) };
}
