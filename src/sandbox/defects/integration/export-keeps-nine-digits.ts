import { exportedAmount } from '../../rules/platform/exported-amount.ts';
import type { Defect } from '../defect.ts';

/** The column of the file was as wide as anybody had ever needed. The list has no row for it. */
export const exportKeepsNineDigits: Defect = {
  name: 'export-keeps-nine-digits',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'Of an amount of more than nine digits the file has the last nine',
  rules: {
    exportedAmount: (money) => {
      const sign = money.amountMinor < 0n ? -1n : 1n;
      return exportedAmount({ ...money, amountMinor: sign * ((sign * money.amountMinor) % 1_000_000_000n) });
    },
  },
};
