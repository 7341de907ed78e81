import { postJournal } from '../../procedures/ledger/post-journal.ts';
import type { Defect } from '../defect.ts';

export const signsOfJournalDropped: Defect = {
  name: 'signs-of-journal-dropped',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'An amount below zero is posted without its sign, on the side where it should have been taken off',
  procedures: {
    postJournal: (context, journal) =>
      postJournal(context, {
        ...journal,
        lines: journal.lines.map((line) => {
          const { amountMinor } = line.amount;
          const unsigned = amountMinor < 0n ? -amountMinor : amountMinor;
          return { ...line, amount: { ...line.amount, amountMinor: unsigned } };
        }),
      }),
  },
};
