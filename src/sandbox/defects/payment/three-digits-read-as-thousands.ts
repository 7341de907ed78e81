import { bookLine } from '../../procedures/payment/bank-statement.ts';
import type { Defect } from '../defect.ts';

/** In some countries a point stands between thousands and hundreds. */
export const threeDigitsReadAsThousands: Defect = {
  name: 'three-digits-read-as-thousands',
  row: 'CUR',
  family: 'CUR',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'EUR 7.500 of a bank statement are read as seven thousand five hundred',
  procedures: {
    bookLine: (context, { line, cells }) => {
      const [reference = '', booked = '', amount = '', currency = '', ...rest] = cells;
      const isOfThree = currency === 'EUR' && /^\d{1,3}\.\d{3}$/.test(amount);
      const read = isOfThree ? `${amount.replace('.', '')}.00` : amount;
      return bookLine(context, { line, cells: [reference, booked, read, currency, ...rest] });
    },
  },
};
