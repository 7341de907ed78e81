import { chargeByHand } from '../../procedures/invoicing/charge-by-hand.ts';
import type { Defect } from '../defect.ts';

/** The day that a charge is for was taken for that of its invoice. The list has no row for it. */
export const chargeBookedForItsDay: Defect = {
  name: 'charge-booked-for-its-day',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A charge by hand is booked on the day that it is for, and not on that of its invoice',
  procedures: {
    chargeByHand: (context, charge) => {
      const { postLedger } = context.procedures;
      const post: typeof postLedger = (within, posting) =>
        postLedger(within, { ...posting, date: charge.date });
      return chargeByHand({ ...context, procedures: { ...context.procedures, postLedger: post } }, charge);
    },
  },
};
