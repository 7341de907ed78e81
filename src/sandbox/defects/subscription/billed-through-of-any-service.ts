import { billedThrough } from '../../rules/subscription/billed-through.ts';
import type { Defect } from '../defect.ts';

/** The newest line of the customer was read. The list has no row for it. */
export const billedThroughOfAnyService: Defect = {
  name: 'billed-through-of-any-service',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'A subscription is said to stand on invoices up to a day that only another one has',
  rules: {
    billedThrough: ({ subscriptionId, issued, waiting }) =>
      billedThrough({ subscriptionId, issued: issued.map((line) => ({ ...line, subscriptionId })), waiting }),
  },
};
