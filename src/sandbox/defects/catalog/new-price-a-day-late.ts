import { addDays } from '../../../model/date.ts';
import { priceVersionInForce } from '../../rules/catalog/price-version-in-force.ts';
import type { Defect } from '../defect.ts';

/** "From" was read as "after". The list has no row for it. */
export const newPriceADayLate: Defect = {
  name: 'new-price-a-day-late',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'major',
  title: 'On the first day of a new price the old one is still charged',
  rules: {
    priceVersionInForce: (question) =>
      priceVersionInForce({ ...question, periodStart: addDays(question.periodStart, -1) }) ??
      priceVersionInForce(question),
  },
};
