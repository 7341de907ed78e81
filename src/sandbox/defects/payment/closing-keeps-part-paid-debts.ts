import { settleUnpaid } from '../../procedures/subscription/close-customer.ts';
import type { Defect } from '../defect.ts';

/** Only invoices on which nothing had been paid counted as unpaid. The list has no row for it. */
export const closingKeepsPartPaidDebts: Defect = {
  name: 'closing-keeps-part-paid-debts',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'over-billed',
  severity: 'major',
  title: 'Who is closed goes on owing what he had begun to pay',
  procedures: {
    settleUnpaid: (context, closing) => {
      const amountDue: typeof context.rules.amountDue = (invoice) =>
        invoice.paid > 0n ? 0n : context.rules.amountDue(invoice);
      settleUnpaid({ ...context, rules: { ...context.rules, amountDue } }, closing);
    },
  },
};
