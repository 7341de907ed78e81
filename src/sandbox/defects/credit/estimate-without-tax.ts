import { draftCreditNote } from '../../procedures/invoicing/draft-credit-note.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const estimateWithoutTax: Defect = {
  name: 'estimate-without-tax',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'The estimate of a credit note leaves out the tax',
  procedures: {
    quoteCreditNote: (context, request) => {
      const draft = draftCreditNote(context, request);
      return { ...draft, tax: 0n, total: draft.net, settled: draft.settled - draft.tax };
    },
  },
};
