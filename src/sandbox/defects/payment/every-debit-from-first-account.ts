import { invoicesToCollect } from '../../procedures/payment/bank-collection.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const everyDebitFromFirstAccount: Defect = {
  name: 'every-debit-from-first-account',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'All sums of a file of direct debits are taken from the account of the first debtor',
  procedures: {
    invoicesToCollect: (context, dueUpTo) => {
      const items = invoicesToCollect(context, dueUpTo);
      const iban = items[0]?.mandate.iban ?? '';
      return items.map((item) => ({ ...item, mandate: { ...item.mandate, iban } }));
    },
  },
};
