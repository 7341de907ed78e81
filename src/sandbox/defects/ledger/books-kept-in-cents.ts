import { exchanged } from '../../rules/ledger/exchange-rate.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const booksKeptInCents: Defect = {
  name: 'books-kept-in-cents',
  row: 'CUR',
  family: 'CUR',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Books in a currency with other coins than hundredths are kept in hundredths',
  rules: { exchanged: (amount) => exchanged({ ...amount, to: 'EUR' }) },
};
