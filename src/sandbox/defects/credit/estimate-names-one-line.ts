import { draftCreditNote } from '../../procedures/invoicing/draft-credit-note.ts';
import type { Defect } from '../defect.ts';

/** The sums were right, and so nobody looked at the lines. The list has no row for it. */
export const estimateNamesOneLine: Defect = {
  name: 'estimate-names-one-line',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'The estimate of a credit note for several lines names the first of them only',
  procedures: {
    quoteCreditNote: (context, request) => {
      const draft = draftCreditNote(context, request);
      return { ...draft, lines: draft.lines.slice(0, 1) };
    },
  },
};
