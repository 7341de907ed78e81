import type { Defect } from '../defect.ts';

export const voidKeepsUsedCredit: Defect = {
  name: 'void-keeps-used-credit',
  row: 'INV-07',
  family: 'INV',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'major',
  title: 'Credit that was used on a voided invoice is gone',
  procedures: { returnCredits: () => undefined },
};
