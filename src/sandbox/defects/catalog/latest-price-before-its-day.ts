import { localDate } from '../../../model/date.ts';
import { priceVersionInForce } from '../../rules/catalog/price-version-in-force.ts';
import type { Defect } from '../defect.ts';

/** The latest version was taken, whatever its day. The list has no row for it. */
export const latestPriceBeforeItsDay: Defect = {
  name: 'latest-price-before-its-day',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'critical',
  title: 'A published price is charged before the day from which it is in force',
  rules: {
    priceVersionInForce: (question) =>
      priceVersionInForce({ ...question, periodStart: localDate('2099-12-31') }),
  },
};
