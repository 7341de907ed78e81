import type { Defect } from '../defect.ts';

/** OpenOlitor/OpenOlitor#67: the bank did not accept files with such names. */
export const nameBreaksBankFile: Defect = {
  name: 'name-breaks-bank-file',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'A customer with an ampersand in his name makes the file unreadable',
  rules: { xmlText: (text) => text },
};
