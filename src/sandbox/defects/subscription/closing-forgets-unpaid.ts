import type { Defect } from '../defect.ts';

/** The step came after the answer, and failed there. */
export const closingForgetsUnpaid: Defect = {
  name: 'closing-forgets-unpaid',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'A customer is closed, and what was to be written off or credited is still asked for',
  procedures: { settleUnpaid: () => undefined },
};
