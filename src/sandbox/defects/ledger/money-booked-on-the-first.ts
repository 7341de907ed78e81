import type { LocalDate } from '../../../model/date.ts';
import { postLedger } from '../../procedures/ledger/post-ledger.ts';
import type { Defect } from '../defect.ts';

/** The books were thought of in months. The list has no row for it. */
export const moneyBookedOnTheFirst: Defect = {
  name: 'money-booked-on-the-first',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'minor',
  title: 'Money that comes or goes is booked on the first day of its month',
  procedures: {
    postLedger: (context, posting) => {
      const isMoney = posting.lines.some(({ account }) => account === 'cash');
      const first = `${posting.date.slice(0, 7)}-01` as LocalDate;
      postLedger(context, isMoney ? { ...posting, date: first } : posting);
    },
  },
};
