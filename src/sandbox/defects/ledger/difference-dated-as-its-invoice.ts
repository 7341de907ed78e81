import { valuePosting } from '../../procedures/ledger/value-posting.ts';
import { invoiceById } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** frappe/erpnext#36967, ingadhoc/account-financial-tools#967: gain and loss stood on another day than the payment. */
export const differenceDatedAsItsInvoice: Defect = {
  name: 'difference-dated-as-its-invoice',
  row: 'CUR',
  family: 'CUR',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'What a rate won or lost until a payment is dated on the day of the invoice',
  procedures: {
    valuePosting: (context, posting) => {
      valuePosting(context, posting);
      if (posting.invoiceId === null) return;
      context.store.run(
        `UPDATE book_values SET date = ? WHERE tenant = ? AND posting = ?
         AND account IN ('exchange-gain', 'exchange-loss')`,
        invoiceById(context, posting.invoiceId).issueDate,
        context.tenantId,
        posting.id,
      );
    },
  },
};
