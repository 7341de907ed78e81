import { earnedByMonth } from '../../rules/ledger/earned-by-month.ts';
import type { Defect } from '../defect.ts';

/** Each month was cut to whole cents, and no month took the rest. RR-03 of the published cases shows who does. */
export const revenueRemainderLost: Defect = {
  name: 'revenue-remainder-lost',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'minor',
  title: 'The cents that are left over when revenue is spread are never earned',
  rules: {
    earnedByMonth: (amountMinor, slices, by) => {
      const all = slices.reduce((sum, { weight }) => sum + weight, 0n);
      return earnedByMonth(amountMinor, slices, by).map((earned, index) => ({
        ...earned,
        amountMinor:
          by === 'month-prorated' ? earned.amountMinor : (amountMinor * (slices[index]?.weight ?? 0n)) / all,
      }));
    },
  },
};
