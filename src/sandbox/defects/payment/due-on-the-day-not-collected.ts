import { addDays } from '../../../model/date.ts';
import { invoicesToCollect } from '../../procedures/payment/bank-collection.ts';
import type { Defect } from '../defect.ts';

/** After the kind of OCA/bank-payment#195. */
export const dueOnTheDayNotCollected: Defect = {
  name: 'due-on-the-day-not-collected',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'late',
  severity: 'minor',
  title: 'What is due on the last day asked for is not in the file of direct debits',
  procedures: { invoicesToCollect: (context, dueUpTo) => invoicesToCollect(context, addDays(dueUpTo, -1)) },
};
