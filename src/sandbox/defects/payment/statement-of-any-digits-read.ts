import { bookLine } from '../../procedures/payment/bank-statement.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const statementOfAnyDigitsRead: Defect = {
  name: 'statement-of-any-digits-read',
  row: 'CUR',
  family: 'CUR',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'An amount of a bank statement is read whatever digits stand behind its point',
  procedures: {
    bookLine: (context, { line, cells }) => {
      const [reference = '', booked = '', amount = '', currency = '', ...rest] = cells;
      const [whole = '', part = ''] = amount.split('.');
      const digits = part.padEnd(3, '0').slice(0, { JPY: 0, KWD: 3 }[currency] ?? 2);
      const read = digits === '' ? whole : `${whole}.${digits}`;
      return bookLine(context, { line, cells: [reference, booked, read, currency, ...rest] });
    },
  },
};
