import type { Defect } from '../defect.ts';

/** frappe/erpnext PR 30050, in the currency of the books. */
export const valuesOutOfBalance: Defect = {
  name: 'values-out-of-balance',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Rounded values of one posting do not sum to zero',
  rules: { evenedOut: (lines) => lines },
};
