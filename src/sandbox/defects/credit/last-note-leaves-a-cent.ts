import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const lastNoteLeavesACent: Defect = {
  name: 'last-note-leaves-a-cent',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'minor',
  title: 'The tax of each credit note is rounded by itself, and a cent of the invoice is never credited',
  rules: { noteTax: ({ rounded }) => rounded },
};
