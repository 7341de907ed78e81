import { exchanged } from '../../rules/ledger/exchange-rate.ts';
import type { Defect } from '../defect.ts';

/** The column had four digits. The list has no row for it. */
export const rateOfFourDigits: Defect = {
  name: 'rate-of-four-digits',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'minor',
  title: 'Rates are cut after the fourth digit',
  rules: {
    exchanged: (question) => exchanged({ ...question, rate: question.rate.replace(/(\.\d{4})\d+$/, '$1') }),
  },
};
