import { deferralPostings } from '../../rules/ledger/ledger-postings.ts';
import type { Defect } from '../defect.ts';

/** The run that closes a month posted what is new and never what has been earned since. The list has no row for it. */
export const deferralNeverReleased: Defect = {
  name: 'deferral-never-released',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'Deferred revenue only grows',
  rules: { deferralPostings: (amountMinor) => (amountMinor > 0n ? deferralPostings(amountMinor) : []) },
};
