import type { Defect } from '../defect.ts';

export const writeOffNotALoss: Defect = {
  name: 'write-off-not-a-loss',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A written-off invoice is owed no more, but the books still say so',
  rules: { writeOffPostings: () => [] },
};
