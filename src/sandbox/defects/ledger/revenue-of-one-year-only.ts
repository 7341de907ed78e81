import { earnedByMonth } from '../../rules/ledger/earned-by-month.ts';
import type { Defect } from '../defect.ts';

export const revenueOfOneYearOnly: Defect = {
  name: 'revenue-of-one-year-only',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'What is earned is spread over twelve months, however long it was paid for',
  rules: {
    earnedByMonth: (amountMinor, slices, by) => earnedByMonth(amountMinor, slices.slice(0, 12), by),
  },
};
