import type { Defect } from '../defect.ts';

/** Kill Bill 1024 (9b580c17) is the small form of it: what was adjusted at the closing was billed once more by an event under way. */
export const closedCustomerBilledOn: Defect = {
  name: 'closed-customer-billed-on',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'critical',
  title: 'What a customer has goes on when he is closed, and is billed again',
  procedures: {
    closeCustomer: (context, closing) => context.procedures.settleUnpaid(context, closing),
  },
};
