import { chargeByHand } from '../../procedures/invoicing/charge-by-hand.ts';
import type { Defect } from '../defect.ts';

/** Nine-Minds/alga-psa#2346: invoices by hand knew no term. The list has no row for it. */
export const chargeByHandDueAtOnce: Defect = {
  name: 'charge-by-hand-due-at-once',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'What is charged by hand is due on the day of its invoice',
  procedures: {
    chargeByHand: (context, charge) =>
      chargeByHand({ ...context, policy: { ...context.policy, paymentTermDays: 0 } }, charge),
  },
};
