import { invoicesByNumber } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const moneyOfOtherCurrencyTurnedAway: Defect = {
  name: 'money-of-other-currency-turned-away',
  row: 'CUR',
  family: 'CUR',
  stage: 'payment',
  effect: 'lost',
  severity: 'major',
  title: 'Money that names an invoice of another currency is neither matched nor kept',
  procedures: {
    matchBooking: (context, { text }) => {
      const named = context.rules
        .invoiceNumbersIn(text)
        .flatMap((number) => invoicesByNumber(context, number));
      return named.filter(({ customerId }) => customerId === named[0]?.customerId);
    },
  },
};
