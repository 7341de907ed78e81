import { standardProcedures } from '../../procedures/index.ts';
import type { Defect } from '../defect.ts';

/** Lines that no meter counted were looked for among the fees, and not found there. */
export const noteForAllLeavesCommitmentOut: Defect = {
  name: 'note-for-all-leaves-commitment-out',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'major',
  title: 'A credit note for all of an invoice leaves out what was missing to the minimum',
  procedures: {
    draftCreditNote: (context, request) => {
      const { lines, currency } = context.procedures.readInvoice(context, request.invoiceId);
      const kept = lines
        .map(({ kind, net, discount }, line) => ({
          kind,
          line,
          net: { currency, amountMinor: net - discount },
        }))
        .filter(({ kind, net }) => kind !== 'commitment' && net.amountMinor !== 0n);
      const isMixed = kept.length > 0 && lines.some(({ kind }) => kind === 'commitment');
      if (request.part.kind !== 'whole' || !isMixed)
        return standardProcedures.draftCreditNote(context, request);
      const part = { kind: 'lines', lines: kept.map(({ line, net }) => ({ line, net })) } as const;
      return standardProcedures.draftCreditNote(context, { ...request, part });
    },
  },
};
