import { isBalanced } from '../../rules/ledger/is-balanced.ts';
import type { Defect } from '../defect.ts';

/** The tolerance for noise of rounding let real differences pass, and nothing looked a second time. */
export const smallDifferencePasses: Defect = {
  name: 'small-difference-passes',
  row: 'GL-05',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A posting whose sides differ by less than five cents is taken',
  rules: {
    isBalanced: (lines) => {
      const difference = lines.reduce(
        (sum, { side, amountMinor }) => sum + (side === 'debit' ? amountMinor : -amountMinor),
        0n,
      );
      return isBalanced(lines) || (difference < 5n && difference > -5n);
    },
  },
};
