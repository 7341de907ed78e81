import { standardProcedures } from '../../procedures/index.ts';
import { invoicesOf } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** The first invoice over the amount was taken, and nobody looked whether it was open. */
export const foundMoneyPaysPaidInvoice: Defect = {
  name: 'found-money-pays-paid-invoice',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'Money that somebody finds to be a customer’s pays an invoice of that amount that is paid',
  procedures: {
    applyCash: (context, application) => {
      const { procedures } = context;
      const receiveMoney: typeof procedures.receiveMoney = (within, receipt) => {
        const alike = invoicesOf(within, receipt.customerId).find(
          ({ total, paid }) => total === receipt.amount.amountMinor && paid === total,
        );
        return procedures.receiveMoney(
          within,
          alike === undefined ? receipt : { ...receipt, invoiceIds: [alike.id] },
        );
      };
      standardProcedures.applyCash({ ...context, procedures: { ...procedures, receiveMoney } }, application);
    },
  },
};
