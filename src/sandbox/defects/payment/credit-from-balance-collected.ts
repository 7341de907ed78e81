import { invoicesToCollect } from '../../procedures/payment/bank-collection.ts';
import { creditsUsedOn } from '../../store/invoice-credits.ts';
import type { Defect } from '../defect.ts';

/** What is left was reckoned from payments and credit notes. The list has no row for it. */
export const creditFromBalanceCollected: Defect = {
  name: 'credit-from-balance-collected',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'over-billed',
  severity: 'critical',
  title: 'A direct debit takes also the part of an invoice that the balance has settled',
  procedures: {
    invoicesToCollect: (context, dueUpTo) =>
      invoicesToCollect(context, dueUpTo).map((collected) => {
        const { invoice, due } = collected;
        const amountMinor = creditsUsedOn(context, invoice.id)
          .filter(({ source }) => source === 'balance')
          .reduce((sum, used) => sum + used.amountMinor, due.amountMinor);
        return { ...collected, due: { ...due, amountMinor } };
      }),
  },
};
