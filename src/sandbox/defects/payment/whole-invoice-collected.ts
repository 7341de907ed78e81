import { moneyOf } from '../../../model/money.ts';
import { invoicesToCollect } from '../../procedures/payment/bank-collection.ts';
import type { Defect } from '../defect.ts';

/** The total was taken where the rest was meant. The list has no row for it. */
export const wholeInvoiceCollected: Defect = {
  name: 'whole-invoice-collected',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'A direct debit asks for the whole invoice although a part is paid',
  procedures: {
    invoicesToCollect: (context, dueUpTo) =>
      invoicesToCollect(context, dueUpTo).map((item) => ({
        ...item,
        due: moneyOf(item.invoice.total, item.invoice.currency),
      })),
  },
};
