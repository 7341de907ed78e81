import { writePosting } from '../../procedures/ledger/post-ledger.ts';
import { invoiceTotal } from '../../rules/invoicing/invoice-total.ts';
import type { Defect } from '../defect.ts';

export const totalRoundedWithoutEntry: Defect = {
  name: 'total-rounded-without-entry',
  row: 'GL-03',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'The total is rounded to whole units of money, and the books get no entry for the difference',
  rules: {
    invoiceTotal: (sums) => {
      const { majorUnit } = sums;
      const twice = 2n * invoiceTotal(sums);
      const away = twice < 0n ? -majorUnit : majorUnit;
      return ((twice + away) / (2n * majorUnit)) * majorUnit;
    },
  },
  // The books took the posting, because nothing compared its sides a second time.
  procedures: { postLedger: writePosting },
};
