import { billedThrough } from '../../rules/subscription/billed-through.ts';
import type { Defect } from '../defect.ts';

/** The day was written down with the first invoice, and with no other. */
export const billedThroughStaysBehind: Defect = {
  name: 'billed-through-stays-behind',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'The day up to which a subscription stands on invoices stays that of its first one',
  rules: {
    billedThrough: ({ issued, ...question }) => billedThrough({ ...question, issued: issued.slice(0, 1) }),
  },
};
