import { step } from './step.ts';

step(
  'the books show exactly these entries for {invoice}:',
  {
    role: 'observation',
    needs: ['ledger'],
    help: 'Sums by account and side. Columns: account, debit, credit.',
  },
  async (story, [invoice, table]) => {
    await story.books.expectEntries(invoice, table);
  },
);

step(
  'the account {account} has a {side} balance of {money} at the end of {month}',
  { role: 'observation', needs: ['ledger'], help: 'Of all customers of the scenario.' },
  async (story, [account, side, amount, month]) => {
    await story.books.expectBalance({ account, side, amount, month });
  },
);

step(
  'debits equal credits for {month}',
  { role: 'observation', needs: ['ledger'], help: 'In each currency.' },
  async (story, [month]) => {
    await story.books.expectBalanced(month);
  },
);

step(
  'the books of {month} are closed on {date}',
  {
    role: 'event',
    needs: ['period-close'],
    help: 'Defers what is not earned yet; nothing goes into the month after it.',
  },
  async (story, [month, date]) => {
    await story.books.close(month, date);
  },
);

step(
  '{invoice} earns {money} in {month}',
  { role: 'observation', needs: ['revenue-schedule'], help: 'After discount, without tax.' },
  async (story, [invoice, amount, month]) => {
    await story.books.expectEarned(invoice, amount, month);
  },
);
