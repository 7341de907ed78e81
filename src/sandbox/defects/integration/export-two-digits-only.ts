import { decimalFrom } from '../../../model/decimal.ts';
import type { Defect } from '../defect.ts';

/** A format of money that knows cents only. The list has no row for it; PAY-13 is the same mistake elsewhere. */
export const exportTwoDigitsOnly: Defect = {
  name: 'export-two-digits-only',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'The file writes every amount with two digits, whatever the currency has',
  rules: { exportedAmount: ({ amountMinor }) => decimalFrom(amountMinor, 2) },
};
