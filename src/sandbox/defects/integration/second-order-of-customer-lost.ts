import type { Defect } from '../defect.ts';

/** Orders were told apart by who placed them: a customer who buys twice was served and billed once. */
export const secondOrderOfCustomerLost: Defect = {
  name: 'second-order-of-customer-lost',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'lost',
  severity: 'critical',
  title: "A customer's second order is taken for the first one come again",
  rules: { orderKey: ({ customerKey }) => customerKey },
};
