import { isBalanced } from '../../rules/ledger/is-balanced.ts';
import type { Defect } from '../defect.ts';

/** Sides were added as floating numbers and compared to zero. */
export const floatNoiseRefusesPosting: Defect = {
  name: 'float-noise-refuses-posting',
  row: 'GL-04',
  family: 'GL',
  stage: 'ledger',
  effect: 'lost',
  severity: 'critical',
  title: 'A posting of many lines is refused for a difference of 0.0000000001',
  rules: {
    isBalanced: (lines) => {
      const total = lines.reduce(
        (sum, { side, amountMinor }) => sum + (side === 'debit' ? 1 : -1) * (Number(amountMinor) / 100),
        0,
      );
      return isBalanced(lines) && (lines.length <= 4 || total === 0);
    },
  },
};
