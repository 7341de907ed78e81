import { isIban } from '../../rules/payment/bank.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const accountWithLettersRefused: Defect = {
  name: 'account-with-letters-refused',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'An account number with letters beside those of its country is refused',
  rules: { isIban: (text) => /^[A-Z]{2}\d+$/.test(text) && isIban(text) },
};
