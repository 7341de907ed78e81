import { finaliseDraft } from '../../procedures/invoicing/drafts.ts';
import type { Defect } from '../defect.ts';

/** Credit was used in the bill run, and a draft becomes final elsewhere. The list has no row for it. */
export const draftFinalWithoutWallet: Defect = {
  name: 'draft-final-without-wallet',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'over-billed',
  severity: 'major',
  title: 'A draft that becomes final is to be paid in full, whatever is prepaid',
  procedures: {
    finaliseDraft: (context, finalising) => {
      const procedures: typeof context.procedures = { ...context.procedures, spendWallets: () => undefined };
      return finaliseDraft({ ...context, procedures }, finalising);
    },
  },
};
