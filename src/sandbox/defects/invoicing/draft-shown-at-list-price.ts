import { draftContent } from '../../procedures/invoicing/drafts.ts';
import type { Defect } from '../defect.ts';

/** The page of drafts priced by the list. The list has no row for it. */
export const draftShownAtListPrice: Defect = {
  name: 'draft-shown-at-list-price',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'A draft shows list prices, where others were agreed',
  procedures: {
    draftContent: (context, draftId) => {
      const rules: typeof context.rules = { ...context.rules, agreedPrice: ({ listed }) => listed };
      return draftContent({ ...context, rules }, draftId);
    },
  },
};
