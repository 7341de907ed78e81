import { revenueOfLine } from '../../rules/ledger/revenue-of-line.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const revenueOfOneSeat: Defect = {
  name: 'revenue-of-one-seat',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Of several seats those beyond the first are earned by nobody',
  rules: {
    revenueOfLine: (line) => {
      const seats = 'quantity' in line ? Math.max(1, Math.trunc(Number(line.quantity))) : 1;
      return revenueOfLine(line) / BigInt(seats);
    },
  },
};
