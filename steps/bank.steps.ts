import { step } from './step.ts';

const needs = ['payment', 'bank.files'] as const;

step(
  '{customer} signs a direct debit mandate on {date}',
  { role: 'event', needs, help: 'From then on his invoices may be taken from his account.' },
  async (story, [customer, date]) => {
    await story.bank.sign(customer, date);
  },
);

step(
  'the file of direct debits for {date} is made',
  { role: 'event', needs, help: 'With all that is due on that day, and on that day.' },
  async (story, [date]) => {
    await story.bank.collect(date);
  },
);

step(
  'the bank statement of {date} shows {money} for {invoice}',
  { role: 'event', needs, help: 'The sender wrote the number of the invoice.' },
  async (story, [date, amount, invoice]) => {
    await story.bank.bookFor(invoice, amount, date);
  },
);

step(
  'the bank statement of {date} shows {money} with the text {text}',
  { role: 'event', needs, help: 'Whatever the sender wrote.' },
  async (story, [date, amount, text]) => {
    await story.bank.bookText(text, amount, date);
  },
);

step(
  'the last bank statement is imported again',
  { role: 'event', needs, help: 'The very same file once more.' },
  async (story) => {
    await story.bank.repeat();
  },
);

step(
  'the file asks for {int} direct debit(s) of {money} in all',
  { role: 'observation', needs, help: 'The file that was made last.' },
  (story, [count, total]) => {
    story.bank.expectAsked(count, total);
  },
);

step(
  '{money} waits for somebody to say whose it is',
  { role: 'observation', needs, help: 'Money on the account that pays no invoice yet.' },
  async (story, [total]) => {
    await story.bank.expectUnapplied(total);
  },
);
