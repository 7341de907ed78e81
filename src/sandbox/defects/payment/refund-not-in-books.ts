import type { Defect } from '../defect.ts';

export const refundNotInBooks: Defect = {
  name: 'refund-not-in-books',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A refund leaves cash and receivables in the books as they were',
  rules: { refundPostings: () => [] },
};
