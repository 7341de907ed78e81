import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const previewWithoutPrepaidCredit: Defect = {
  name: 'preview-without-prepaid-credit',
  row: 'INV',
  family: 'INV',
  stage: 'credit',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'The announced invoice does not know of the credit that will pay it',
  procedures: { quotedCredit: () => 0n },
};
