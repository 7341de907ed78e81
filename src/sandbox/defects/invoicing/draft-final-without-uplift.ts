import { wholeNumber } from '../../arithmetic/fraction.ts';
import { finaliseDraft } from '../../procedures/invoicing/drafts.ts';
import type { Defect } from '../defect.ts';

/** What waited as a draft was priced as when the contract was made. The list has no row for it. */
export const draftFinalWithoutUplift: Defect = {
  name: 'draft-final-without-uplift',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'under-billed',
  severity: 'major',
  title: 'A draft that becomes final is billed without the increase of its renewal',
  procedures: {
    finaliseDraft: (context, finalising) => {
      const rules: typeof context.rules = { ...context.rules, termFactor: () => wholeNumber(1n) };
      return finaliseDraft({ ...context, rules }, finalising);
    },
  },
};
