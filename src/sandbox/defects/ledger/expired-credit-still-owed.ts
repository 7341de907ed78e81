import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const expiredCreditStillOwed: Defect = {
  name: 'expired-credit-still-owed',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'minor',
  title: 'Credit that has expired stays in the books as owed to the customer',
  rules: { lapsePostings: () => [] },
};
