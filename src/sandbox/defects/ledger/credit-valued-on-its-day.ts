import type { Defect } from '../defect.ts';

/** frappe/erpnext#34680. */
export const creditValuedOnItsDay: Defect = {
  name: 'credit-valued-on-its-day',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'What is owed back to a customer is valued at the rate of that day, which makes a gain of nothing',
  rules: { isValuedOnItsDay: (account) => account === 'cash' || account === 'customer-credit' },
};
