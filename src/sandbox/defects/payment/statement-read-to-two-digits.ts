import { bookLine } from '../../procedures/payment/bank-statement.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const statementReadToTwoDigits: Defect = {
  name: 'statement-read-to-two-digits',
  row: 'CUR',
  family: 'CUR',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'Amounts of a bank statement are read to two digits, whatever the currency has',
  procedures: {
    bookLine: (context, { line, cells }) => {
      const [reference = '', booked = '', amount = '', ...rest] = cells;
      const cut = amount.replace(
        /(\.\d\d)(\d+)$/,
        (_all, kept: string, more: string) => kept + '0'.repeat(more.length),
      );
      return bookLine(context, { line, cells: [reference, booked, cut, ...rest] });
    },
  },
};
