import type { Defect } from '../defect.ts';

/** The form looked at the length alone. The list has no row for it. */
export const ibanNotVerified: Defect = {
  name: 'iban-not-verified',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'minor',
  title: 'An account number with a wrong digit is taken',
  rules: { isIban: (text) => text.length >= 15 },
};
