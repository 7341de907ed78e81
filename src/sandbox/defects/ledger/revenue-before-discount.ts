import type { Defect } from '../defect.ts';

/** Deferred revenue was larger than what the customer was asked for. The list has no row for it. */
export const revenueBeforeDiscount: Defect = {
  name: 'revenue-before-discount',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Revenue is spread at its list price, and the discount is forgotten',
  rules: { revenueOfLine: ({ net }) => net },
};
