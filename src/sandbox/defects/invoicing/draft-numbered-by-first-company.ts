import { finaliseDraft } from '../../procedures/invoicing/drafts.ts';
import type { Defect } from '../defect.ts';
import { numbersOfFirstCompany } from './numbers-of-first-company.ts';

/** The number was drawn by the reviewer, who belonged to the first company. */
export const draftNumberedByFirstCompany: Defect = {
  name: 'draft-numbered-by-first-company',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'A draft that becomes final gets a number of the first company, whoever invoices the customer',
  procedures: {
    finaliseDraft: (context, finalising) => finaliseDraft(numbersOfFirstCompany(context), finalising),
  },
};
