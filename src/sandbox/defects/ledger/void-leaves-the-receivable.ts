import type { Defect } from '../defect.ts';

/** The status changed and the books never heard of it. The list has no row for it. */
export const voidLeavesTheReceivable: Defect = {
  name: 'void-leaves-the-receivable',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A voided invoice stays in the books as owed and earned',
  rules: { voidPostings: () => [] },
};
