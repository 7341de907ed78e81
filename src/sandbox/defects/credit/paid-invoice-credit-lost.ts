import { draftCreditNote } from '../../procedures/invoicing/draft-credit-note.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const paidInvoiceCreditLost: Defect = {
  name: 'paid-invoice-credit-lost',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'critical',
  title: 'A credit note of a paid invoice gives nothing back',
  procedures: {
    draftCreditNote: (context, request) => {
      const draft = draftCreditNote(context, request);
      return { ...draft, settled: draft.total, toBalance: 0n };
    },
  },
};
