import { step } from './step.ts';

const needs = ['legal-entity', 'exchange-rates'] as const;

step(
  '{customer} is invoiced by a company that keeps its books in {currency}',
  { role: 'state', needs, help: 'Whatever the customer pays in.' },
  (story, [customer, currency]) => {
    story.exchange.keepBooks(customer, currency);
  },
);

step(
  'one {currency} is worth {price} from {date}, as {text} says',
  { role: 'state', needs, help: 'An exchange rate with its source, in force until the next one.' },
  (story, [from, worth, effectiveFrom, source]) => {
    story.exchange.setRate({ from, to: worth.currency, rate: worth.amount, source, effectiveFrom });
  },
);

step(
  'the books show {money} in the account {account} for {customer}',
  { role: 'observation', needs, help: 'In the currency of the books, without debit or credit.' },
  async (story, [expected, account, customer]) => {
    await story.exchange.expectValue(customer, account, expected);
  },
);

step(
  'exchange rates won {money} on {customer}',
  { role: 'observation', needs, help: 'Between invoices and their payments, in the currency of the books.' },
  async (story, [expected, customer]) => {
    await story.exchange.expectWon(customer, expected);
  },
);

step(
  'exchange rates lost {money} on {customer}',
  { role: 'observation', needs, help: 'Between invoices and their payments, in the currency of the books.' },
  async (story, [expected, customer]) => {
    await story.exchange.expectLost(customer, expected);
  },
);
