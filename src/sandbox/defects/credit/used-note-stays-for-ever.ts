import { standardProcedures } from '../../procedures/index.ts';
import { balanceEntriesOf } from '../../store/balance.ts';
import type { Defect } from '../defect.ts';

/** Once anything of the balance was used, it was taken to be what the note had given. */
export const usedNoteStaysForEver: Defect = {
  name: 'used-note-stays-for-ever',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'minor',
  title: 'A credit note cannot be taken back where other credit was used, and all of its own is there',
  procedures: {
    voidCreditNote: (context, request) => {
      const availableBalance: typeof context.procedures.availableBalance = (within, customerId) => {
        const isUsed = balanceEntriesOf(within, customerId).some(({ kind }) => kind === 'applied');
        return isUsed ? 0n : context.procedures.availableBalance(within, customerId);
      };
      const procedures = { ...context.procedures, availableBalance };
      return standardProcedures.voidCreditNote({ ...context, procedures }, request);
    },
  },
};
