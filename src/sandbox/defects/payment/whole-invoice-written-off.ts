import { writeOff } from '../../procedures/payment/write-off.ts';
import { invoiceById } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

export const wholeInvoiceWrittenOff: Defect = {
  name: 'whole-invoice-written-off',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'The whole invoice becomes a loss, also the part that was paid',
  procedures: {
    writeOff: (context, request) => {
      const { total } = invoiceById(context, request.invoiceId);
      writeOff({ ...context, rules: { ...context.rules, amountDue: () => total } }, request);
    },
  },
};
