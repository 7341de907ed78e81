import { standardProcedures } from '../../procedures/index.ts';
import { balanceEntriesOf } from '../../store/balance.ts';
import type { Defect } from '../defect.ts';

/** What had come to the balance was summed up, and not what had left it. */
export const noteTakenBackByWhatWasGiven: Defect = {
  name: 'note-taken-back-by-what-was-given',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'major',
  title: 'A credit note is taken back although what it gave was used, in part or as a whole',
  procedures: {
    voidCreditNote: (context, request) => {
      const availableBalance: typeof context.procedures.availableBalance = (within, customerId) =>
        balanceEntriesOf(within, customerId)
          .map(({ amount }) => amount.amountMinor)
          .filter((amountMinor) => amountMinor > 0n)
          .reduce((sum, amountMinor) => sum + amountMinor, 0n);
      const procedures = { ...context.procedures, availableBalance };
      return standardProcedures.voidCreditNote({ ...context, procedures }, request);
    },
  },
};
