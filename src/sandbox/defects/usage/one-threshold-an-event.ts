import { billReached } from '../../procedures/invoicing/bill-reached.ts';
import type { Defect } from '../defect.ts';

/** The search ended with the first threshold that it found. The list has no row for it. */
export const oneThresholdAnEvent: Defect = {
  name: 'one-threshold-an-event',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Of two subscriptions whose thresholds one event reaches only one is billed',
  procedures: {
    billReached: (context, customerId) => {
      let found = false;
      const isInterimDue: typeof context.rules.isInterimDue = (question) => {
        if (found) return false;
        found = context.rules.isInterimDue(question);
        return found;
      };
      return billReached({ ...context, rules: { ...context.rules, isInterimDue } }, customerId);
    },
  },
};
