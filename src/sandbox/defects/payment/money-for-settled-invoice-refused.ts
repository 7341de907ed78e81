import { matchBooking } from '../../procedures/payment/bank-statement.ts';
import { refuse } from '../../refusal.ts';
import type { Defect } from '../defect.ts';

/** internetee/registry#1224: an invoice that was paid already was not found any more by what its number was written on. */
export const moneyForSettledInvoiceRefused: Defect = {
  name: 'money-for-settled-invoice-refused',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'lost',
  severity: 'major',
  title: 'Money that names an invoice of which nothing is due is not booked at all',
  procedures: {
    matchBooking: (context, booking) => {
      const named = matchBooking(context, booking);
      const isDue = named.some(
        ({ voidedOn, total, paid, credited }) => voidedOn === null && total > paid + credited,
      );
      if (named.length > 0 && !isDue) refuse('text', 'Found an invoice of which nothing is due.');
      return named;
    },
  },
};
