import { standardProcedures } from '../../procedures/index.ts';
import type { Defect } from '../defect.ts';

/** The balance was taken for money that comes when it is due. */
export const balanceUseBookedOnDueDay: Defect = {
  name: 'balance-use-booked-on-due-day',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'What the balance pays of an invoice is booked on the last day to pay it',
  procedures: {
    applyBalance: (context, invoice) => {
      const { procedures } = context;
      const postLedger: typeof procedures.postLedger = (within, posting) =>
        procedures.postLedger(within, { ...posting, date: invoice.dueDate });
      standardProcedures.applyBalance({ ...context, procedures: { ...procedures, postLedger } }, invoice);
    },
  },
};
