import { standardProcedures } from '../../procedures/index.ts';
import { creditsUsedOn } from '../../store/invoice-credits.ts';
import type { Defect } from '../defect.ts';

/** What was asked was whether a payment settles the invoice. */
export const billsPaidByBalanceDunned: Defect = {
  name: 'bills-paid-by-balance-dunned',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'over-billed',
  severity: 'major',
  title: 'A bill that the balance has paid as a whole is dunned',
  procedures: {
    debtsOf: (context, customerId) =>
      standardProcedures.debtsOf(context, customerId).map((debt) => {
        const used = creditsUsedOn(context, debt.invoiceId)
          .filter(({ source }) => source === 'balance')
          .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        return debt.dueMinor === 0n && used > 0n ? { ...debt, dueMinor: used } : debt;
      }),
  },
};
