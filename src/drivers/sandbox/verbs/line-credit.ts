import type { CreditNoteVerbs } from '../../../target/verbs/credit-note.ts';
import type { LineCreditVerbs } from '../../../target/verbs/line-credit.ts';

/** A credit note over the one part. */
export function lineCreditVerbs({ creditNote }: Pick<CreditNoteVerbs, 'creditNote'>): LineCreditVerbs {
  return {
    creditLine: async ({ key, invoiceId, line, amount }) => {
      const part = { kind: 'lines', lines: [{ line, net: amount }] } as const;
      await creditNote({ key: `${key}/line`, invoiceId, part, reason: 'as agreed' });
    },
  };
}
