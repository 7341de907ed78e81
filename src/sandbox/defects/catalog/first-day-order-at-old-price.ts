import { addDays } from '../../../model/date.ts';
import { priceVersionInForce } from '../../rules/catalog/price-version-in-force.ts';
import type { Defect } from '../defect.ts';

/** Who ordered on the day of the new price was counted among those who had the plan already. The list has no row for it. */
export const firstDayOrderAtOldPrice: Defect = {
  name: 'first-day-order-at-old-price',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'major',
  title: 'An order of the first day of a price pays the old one until running subscriptions come to it',
  rules: {
    priceVersionInForce: (question) => {
      const { signedOn, planSince = signedOn } = question;
      return priceVersionInForce({ ...question, planSince: addDays(planSince, -1) });
    },
  },
};
