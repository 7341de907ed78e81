import { step } from './step.ts';

step(
  '{customer} pays {money} on {date}',
  { role: 'event', needs: ['payment'], help: 'For the oldest invoice that is open.' },
  async (story, [customer, amount, date]) => {
    await story.payments.pay(customer, amount, date);
  },
);

step(
  '{money} is paid for {invoice} on {date}',
  { role: 'event', needs: ['payment'], help: 'For that invoice.' },
  async (story, [amount, invoice, date]) => {
    await story.payments.payFor(invoice, amount, date);
  },
);

step(
  'the last payment of {customer} is sent again',
  { role: 'event', needs: ['payment'], help: 'The very same payment once more.' },
  async (story, [customer]) => {
    await story.payments.repeatLast(customer);
  },
);

step(
  '{invoice} has {money} left to pay',
  { role: 'observation', needs: ['payment'], help: 'The total less what was paid.' },
  async (story, [invoice, due]) => {
    await story.invoices.expectDue(invoice, due);
  },
);

step(
  'the payment service was asked for {money} from {customer}',
  {
    role: 'observation',
    needs: ['payment'],
    help: 'By the last payment, in the smallest unit of the currency.',
  },
  async (story, [amount, customer]) => {
    await story.payments.expectAsked(customer, amount);
  },
);

step(
  '{customer} has made {int} payment(s)',
  { role: 'observation', needs: ['payment'], help: 'As many as the target shows.' },
  async (story, [customer, count]) => {
    await story.payments.expectCount(customer, count);
  },
);

step(
  '{customer} has paid {money} in all',
  { role: 'observation', needs: ['payment'], help: 'All payments that went through.' },
  async (story, [customer, total]) => {
    await story.payments.expectPaid(customer, total);
  },
);
