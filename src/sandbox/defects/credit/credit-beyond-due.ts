import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const creditBeyondDue: Defect = {
  name: 'credit-beyond-due',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'major',
  title: 'All credit goes to the next invoice, which then asks for less than nothing',
  rules: { creditToApply: ({ available, due }) => (due > 0n && available > 0n ? available : 0n) },
};
