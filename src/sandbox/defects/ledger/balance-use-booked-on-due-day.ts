import type { StoredInvoice } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import { standardProcedures } from '../../procedures/index.ts';
import type { Defect } from '../defect.ts';

/** Credit was taken for money that comes when it is due. */
export const balanceUseBookedOnDueDay: Defect = {
  name: 'balance-use-booked-on-due-day',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'What the balance and wallets pay of an invoice is booked on the last day to pay it',
  procedures: {
    applyBalance: (context, invoice) =>
      standardProcedures.applyBalance(bookedWhenDue(context, invoice), invoice),
    spendWallets: (context, invoice) =>
      standardProcedures.spendWallets(bookedWhenDue(context, invoice), invoice),
  },
};

function bookedWhenDue(context: Context, { dueDate: date }: StoredInvoice): Context {
  const { procedures } = context;
  const postLedger: typeof procedures.postLedger = (within, posting) =>
    procedures.postLedger(within, { ...posting, date });
  return { ...context, procedures: { ...procedures, postLedger } };
}
