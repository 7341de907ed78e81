import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const sameFigureInEachCurrency: Defect = {
  name: 'same-figure-in-each-currency',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'critical',
  title: 'Customers who pay in another currency are charged the figure of the first one',
  rules: { priceInCurrency: ({ charge }) => charge.price },
};
