import { billedThrough } from '../../rules/subscription/billed-through.ts';
import type { Defect } from '../defect.ts';

/** Kill Bill 1296 (6837542d): a draft moved the day through which a subscription was charged. */
export const billedThroughCountsDrafts: Defect = {
  name: 'billed-through-counts-drafts',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'A subscription is said to stand on invoices up to a day that only a draft has',
  rules: {
    billedThrough: ({ subscriptionId, issued, waiting }) =>
      billedThrough({ subscriptionId, issued: [...issued, ...waiting], waiting }),
  },
};
