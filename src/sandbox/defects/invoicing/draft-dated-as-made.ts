import type { Defect } from '../defect.ts';

/** invoiceninja/invoiceninja#7407: the term ran from the draft. */
export const draftDatedAsMade: Defect = {
  name: 'draft-dated-as-made',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'An invoice bears the day of its draft, so that it is overdue when it is sent',
  rules: { issueDayOfDraft: ({ draftedOn }) => draftedOn },
};
