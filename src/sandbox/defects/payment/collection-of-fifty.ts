import { invoicesToCollect } from '../../procedures/payment/bank-collection.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const collectionOfFifty: Defect = {
  name: 'collection-of-fifty',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'lost',
  severity: 'major',
  title: 'A file of direct debits has room for fifty invoices, and the others wait for the next',
  procedures: {
    invoicesToCollect: (context, dueUpTo) => invoicesToCollect(context, dueUpTo).slice(0, 50),
  },
};
