import { step } from './step.ts';

step(
  '{invoice} totals {money}',
  { role: 'observation', needs: [], help: 'The total with tax.' },
  async (story, [invoice, total]) => {
    await story.invoices.expectTotal(invoice, total);
  },
);

step(
  '{invoice} totals {money} net and {money} tax',
  { role: 'observation', needs: [], help: 'The total without tax, after discounts, and the tax.' },
  async (story, [invoice, net, tax]) => {
    await story.invoices.expectNetAndTax(invoice, net, tax);
  },
);

step(
  '{invoice} shows exactly these lines:',
  {
    role: 'observation',
    needs: [],
    help: 'No line more, none less. Columns: line, plan, from, to, quantity, reckoning, net, tax, text.',
  },
  async (story, [invoice, table]) => {
    await story.invoices.expectLines(invoice, table, true);
  },
);

step(
  '{invoice} includes these lines:',
  { role: 'observation', needs: [], help: 'These lines, whatever else there is.' },
  async (story, [invoice, table]) => {
    await story.invoices.expectLines(invoice, table, false);
  },
);

step(
  '{invoice} covers {date} to {date}',
  { role: 'observation', needs: [], help: 'First and last day of its lines, both included.' },
  async (story, [invoice, from, to]) => {
    await story.invoices.expectCovers(invoice, { from, to });
  },
);

step(
  '{invoice} is dated {date}',
  { role: 'observation', needs: [], help: 'The day of issue.' },
  async (story, [invoice, issued]) => {
    await story.invoices.expectDates(invoice, issued, null);
  },
);

step(
  '{invoice} is dated {date} and due on {date}',
  { role: 'observation', needs: [], help: 'The day of issue, and the last day to pay.' },
  async (story, [invoice, issued, due]) => {
    await story.invoices.expectDates(invoice, issued, due);
  },
);

step(
  'the invoices of {customer} total {money}',
  { role: 'observation', needs: [], help: 'Everything that was billed until today, with tax.' },
  async (story, [customer, total]) => {
    await story.invoices.expectBilledInAll(customer, total);
  },
);

step(
  '{customer} has {int} invoice(s)',
  { role: 'observation', needs: [], help: 'As many as were issued until today.' },
  async (story, [customer, count]) => {
    await story.invoices.expectCount(customer, count);
  },
);

step(
  '{customer} gets no invoice for {month}',
  { role: 'observation', needs: [], help: 'None was issued in the month, which must be over.' },
  async (story, [customer, month]) => {
    await story.invoices.expectNone(customer, month);
  },
);

step(
  'the announced invoice of {customer} for {date} totals {money}',
  { role: 'observation', needs: ['preview.invoice'], help: 'What the bill run of that day would invoice.' },
  async (story, [customer, date, total]) => {
    await story.invoices.expectAnnounced(customer, date, total);
  },
);
