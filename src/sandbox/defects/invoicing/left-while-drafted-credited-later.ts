import { finaliseDraft } from '../../procedures/invoicing/drafts.ts';
import type { Defect } from '../defect.ts';

/** The draft was made final as it was drafted, and what had ended since was left to the next bill run. */
export const leftWhileDraftedCreditedLater: Defect = {
  name: 'left-while-drafted-credited-later',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'under-credited',
  severity: 'major',
  title:
    'Who left while a bill was a draft is billed the whole month, and has the rest back with a later run',
  procedures: {
    finaliseDraft: (context, finalising) => {
      const billCustomer = () => null;
      return finaliseDraft({ ...context, procedures: { ...context.procedures, billCustomer } }, finalising);
    },
  },
};
