import { newId } from '../../new-id.ts';
import { writePosting } from '../../procedures/ledger/post-ledger.ts';
import type { Defect } from '../defect.ts';

/** The check stood in the form on the screen and not behind it. */
export const journalNotChecked: Defect = {
  name: 'journal-not-checked',
  row: 'GL-05',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'Postings by hand are taken whatever their sides say',
  procedures: {
    postJournal: (context, { customerId, date, lines }) => {
      const id = newId('post');
      writePosting(context, {
        id,
        date,
        currency: lines[0]?.amount.currency ?? '',
        customerId,
        invoiceId: null,
        lines: lines.map(({ account, side, amount }) => ({ account, side, amountMinor: amount.amountMinor })),
      });
      return id;
    },
  },
};
