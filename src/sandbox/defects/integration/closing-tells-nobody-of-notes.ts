import { settleUnpaid } from '../../procedures/subscription/close-customer.ts';
import type { Defect } from '../defect.ts';

/** Only notes that somebody asked for were announced. The list has no row for it. */
export const closingTellsNobodyOfNotes: Defect = {
  name: 'closing-tells-nobody-of-notes',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'lost',
  severity: 'minor',
  title: 'Nobody is told of the credit notes that a closed customer gets',
  procedures: {
    settleUnpaid: (context, closing) =>
      settleUnpaid(
        { ...context, procedures: { ...context.procedures, emitEvent: () => undefined } },
        closing,
      ),
  },
};
