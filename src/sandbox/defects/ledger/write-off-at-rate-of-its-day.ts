import { isValuedOnItsDay } from '../../rules/ledger/book-values.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const writeOffAtRateOfItsDay: Defect = {
  name: 'write-off-at-rate-of-its-day',
  row: 'CUR',
  family: 'CUR',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title:
    'What is written off is a loss at the rate of its day, and the rest of the invoice a gain of the rate',
  rules: { isValuedOnItsDay: (account) => account === 'bad-debt' || isValuedOnItsDay(account) },
};
