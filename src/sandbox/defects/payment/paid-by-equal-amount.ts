import { matchBooking } from '../../procedures/payment/bank-statement.ts';
import { invoiceById } from '../../store/invoices.ts';
import { everyInvoiceId } from '../../store/ledger.ts';
import type { Defect } from '../defect.ts';

/** Automatic reconciliation by amount alone. The list has no row for it. */
export const paidByEqualAmount: Defect = {
  name: 'paid-by-equal-amount',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'Money without a number pays whatever invoice has its amount',
  procedures: {
    matchBooking: (context, booking) => {
      const named = matchBooking(context, booking);
      if (named.length > 0) return named;
      const all = everyInvoiceId(context).map((id) => invoiceById(context, id));
      return all.filter(({ total, paid }) => total - paid === booking.amount.amountMinor).slice(0, 1);
    },
  },
};
