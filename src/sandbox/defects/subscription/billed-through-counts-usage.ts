import { billedThrough } from '../../rules/subscription/billed-through.ts';
import type { Defect } from '../defect.ts';

/** Every line with a period counted. The list has no row for it. */
export const billedThroughCountsUsage: Defect = {
  name: 'billed-through-counts-usage',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'The day of a setup fee is said to be paid for',
  rules: {
    billedThrough: ({ subscriptionId, issued, waiting }) =>
      billedThrough({
        subscriptionId,
        issued: issued.map((line) => ({ ...line, kind: 'recurring' })),
        waiting,
      }),
  },
};
