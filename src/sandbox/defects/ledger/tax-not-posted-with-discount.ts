import { writePosting } from '../../procedures/ledger/post-ledger.ts';
import type { Defect } from '../defect.ts';

/** The adjusting branch left the tax out, and no second look compared the sides of the posting. */
export const taxNotPostedWithDiscount: Defect = {
  name: 'tax-not-posted-with-discount',
  row: 'GL-05',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Postings of discounted invoices leave out the tax and do not balance',
  procedures: {
    postLedger: (context, posting) => {
      const isDiscounted = posting.lines.some((line) => line.account === 'discounts');
      const lines = posting.lines.filter((line) => !isDiscounted || line.account !== 'tax-payable');
      writePosting(context, { ...posting, lines });
    },
  },
};
