import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const voidLosesThePayment: Defect = {
  name: 'void-loses-the-payment',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'critical',
  title: 'What was paid for a voided invoice stands nowhere any more',
  procedures: { moneyKept: () => 0n },
};
