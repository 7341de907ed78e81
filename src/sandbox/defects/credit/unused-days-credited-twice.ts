import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const unusedDaysCreditedTwice: Defect = {
  name: 'unused-days-credited-twice',
  row: 'SUB',
  family: 'SUB',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'major',
  title: 'Days of a charge that was credited are credited again when the plan is left',
  procedures: { unusedCreditLeft: (_context, { amount }) => amount },
};
