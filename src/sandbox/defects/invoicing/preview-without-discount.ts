import type { Defect } from '../defect.ts';

/** The discount was a constant zero on the way of the preview. */
export const previewWithoutDiscount: Defect = {
  name: 'preview-without-discount',
  row: 'INV-12',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'major',
  title: 'The preview of an invoice leaves out the discount',
  rules: { quotedDiscounts: () => [] },
};
