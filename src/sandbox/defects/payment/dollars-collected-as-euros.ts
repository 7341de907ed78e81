import { moneyOf } from '../../../model/money.ts';
import { invoicesToCollect } from '../../procedures/payment/bank-collection.ts';
import { mandatesOf } from '../../store/bank.ts';
import { customerById } from '../../store/customers.ts';
import { invoicesOf } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const dollarsCollectedAsEuros: Defect = {
  name: 'dollars-collected-as-euros',
  row: 'CUR',
  family: 'CUR',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'What is owed in another currency is collected as so many euros',
  procedures: {
    invoicesToCollect: (context, dueUpTo) => [
      ...invoicesToCollect(context, dueUpTo),
      ...mandatesOf(context).flatMap((mandate) =>
        invoicesOf(context, mandate.customerId)
          .filter(
            (invoice) => invoice.currency !== 'EUR' && invoice.dueDate <= dueUpTo && invoice.paid === 0n,
          )
          .map((invoice) => ({
            invoice,
            due: moneyOf(invoice.total, 'EUR'),
            name: customerById(context, mandate.customerId).name,
            mandate,
          })),
      ),
    ],
  },
};
