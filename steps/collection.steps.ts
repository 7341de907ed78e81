import { step } from './step.ts';

step(
  '{customer} pays by a card that {card}',
  { role: 'state', needs: ['payment.gateway'], help: 'What becomes of each charge to it from now on.' },
  (story, [customer, behaviour]) => {
    story.collection.useCard(customer, { behaviour, collection: 'manual' });
  },
);

step(
  'invoices of {customer} are charged to a card that {card}',
  {
    role: 'state',
    needs: ['payment.gateway', 'payment.collect'],
    help: 'By the seller himself, without anybody paying by hand.',
  },
  (story, [customer, behaviour]) => {
    story.collection.useCard(customer, { behaviour, collection: 'automatic' });
  },
);

step(
  'the payment service tells that the last payment of {customer} {paymentend}',
  { role: 'event', needs: ['payment.gateway'], help: 'News about a payment that was made before.' },
  async (story, [customer, outcome]) => {
    await story.collection.tell(customer, outcome);
  },
);

step(
  '{money} of the last payment of {customer} is refunded on {date}',
  { role: 'event', needs: ['payment.refund'], help: 'Without a credit note: it is owed again.' },
  async (story, [amount, customer, date]) => {
    await story.collection.refundLast(customer, amount, date);
  },
);

step(
  '{money} comes from {customer} by bank transfer on {date}',
  { role: 'event', needs: ['payment.receive'], help: 'Without saying for which invoice.' },
  async (story, [amount, customer, date]) => {
    await story.collection.receive(customer, amount, date);
  },
);

step(
  '{invoice} is written off on {date}',
  { role: 'event', needs: ['payment.write-off'], help: 'What is left of it is given up.' },
  async (story, [invoice, date]) => {
    await story.collection.writeOff(invoice, date);
  },
);

step(
  'the payment service has moved {money} for {customer}',
  { role: 'observation', needs: ['payment.gateway'], help: 'In all, less what it gave back.' },
  async (story, [amount, customer]) => {
    await story.collection.expectMoved(customer, amount);
  },
);

step(
  'the card of {customer} was charged {int} time(s)',
  { role: 'observation', needs: ['payment.gateway'], help: 'Attempts, whatever became of them.' },
  async (story, [customer, count]) => {
    await story.collection.expectAttempts(customer, count);
  },
);
