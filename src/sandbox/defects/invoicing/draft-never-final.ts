import type { Defect } from '../defect.ts';

/** The job that finalises looked for a day that was never set, as in the move to a stored day of getlago/lago-api PR 4667. */
export const draftNeverFinal: Defect = {
  name: 'draft-never-final',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'lost',
  severity: 'critical',
  title: 'Drafts whose days are over stay drafts',
  rules: { finalisingDay: () => null },
};
