import { returnCredits } from '../../procedures/credit/return-credits.ts';
import type { Defect } from '../defect.ts';

/** killbill/killbill#590. */
export const voidLeavesBadDebt: Defect = {
  name: 'void-leaves-bad-debt',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'An invoice that was written off and is voided leaves its loss in the books',
  procedures: {
    returnCredits: (context, invoice) =>
      returnCredits({ ...context, rules: { ...context.rules, writeOffPostings: () => [] } }, invoice),
  },
};
