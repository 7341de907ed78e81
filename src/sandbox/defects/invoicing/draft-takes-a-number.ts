import { holdDraft } from '../../procedures/invoicing/drafts.ts';
import { takeNumber } from '../../store/legal-entities.ts';
import type { Defect } from '../defect.ts';

/** silverapp/silver#285, frappe/erpnext#22582: drafts were numbered, and the numbers of invoices had gaps. */
export const draftTakesANumber: Defect = {
  name: 'draft-takes-a-number',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'Each draft takes a number of the series, and what is finalised takes the next one',
  procedures: {
    holdDraft: (context, bill) => {
      takeNumber(context, 'INV-');
      holdDraft(context, bill);
    },
  },
};
