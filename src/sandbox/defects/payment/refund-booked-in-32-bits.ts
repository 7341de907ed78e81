import { standardRules } from '../../rules/index.ts';
import type { Defect } from '../defect.ts';

/** The books kept cents in a column of 32 bits, in which what is too much stays at its greatest. The list has no row for it. */
export const refundBookedIn32Bits: Defect = {
  name: 'refund-booked-in-32-bits',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'Of a refund of more cents than 32 bits hold, the books know only as much as they hold',
  rules: {
    refundPostings: (amountMinor) =>
      standardRules.refundPostings(amountMinor > greatest ? greatest : amountMinor),
  },
};

const greatest = 2n ** 31n - 1n;
