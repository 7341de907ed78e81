import { finaliseDraft } from '../../procedures/invoicing/drafts.ts';
import type { Defect } from '../defect.ts';

/** A draft was made final with what it had claimed, and nothing else. The list has no row for it. */
export const finalisedDraftForgetsLateUsage: Defect = {
  name: 'finalised-draft-forgets-late-usage',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'lost',
  severity: 'major',
  title: 'Late usage is on no bill of a customer whose bills wait as drafts',
  procedures: {
    finaliseDraft: (context, finalising) =>
      finaliseDraft(
        { ...context, procedures: { ...context.procedures, lateUsageParts: () => [] } },
        finalising,
      ),
  },
};
