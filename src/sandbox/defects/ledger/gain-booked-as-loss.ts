import { exchangeDifference } from '../../rules/ledger/book-values.ts';
import type { Defect } from '../defect.ts';

/** One account was set for both, as in the settings that frappe/erpnext#34680 cleared up. */
export const gainBookedAsLoss: Defect = {
  name: 'gain-booked-as-loss',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'What the rate won stands as a loss below zero',
  rules: {
    exchangeDifference: (lines) => {
      const difference = exchangeDifference(lines);
      if (difference?.account !== 'exchange-gain') return difference;
      return { account: 'exchange-loss', side: 'credit', value: difference.value };
    },
  },
};
