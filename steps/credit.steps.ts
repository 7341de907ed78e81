import { step } from './step.ts';

step(
  '{invoice} is voided on {date}',
  { role: 'event', needs: ['invoice.void'], help: 'Taken back as if it had never been due.' },
  async (story, [invoice, date]) => {
    await story.credits.voidInvoice(invoice, date);
  },
);

step(
  '{invoice} is billed again on {date}',
  { role: 'event', needs: ['invoice.rebill'], help: 'A voided invoice, at the same prices and taxes.' },
  async (story, [invoice, date]) => {
    await story.credits.rebill(invoice, date);
  },
);

step(
  '{invoice} is credited in full on {date}',
  { role: 'event', needs: ['credit-note'], help: 'A credit note over all that no earlier note credited.' },
  async (story, [invoice, date]) => {
    await story.credits.creditWhole(invoice, date);
  },
);

step(
  '{money} net of {invoice} is credited on {date}',
  { role: 'event', needs: ['credit-note'], help: 'A credit note over a part of its first line, before tax.' },
  async (story, [net, invoice, date]) => {
    await story.credits.creditPart(invoice, net, date);
  },
);

step(
  '{customer} buys {money} of prepaid credit on {date}',
  { role: 'event', needs: ['wallet'], help: 'A wallet for all charges that never expires.' },
  async (story, [customer, amount, date]) => {
    await story.credits.topUp(customer, amount, date);
  },
);

step(
  '{customer} has a balance of {money}',
  { role: 'observation', needs: ['balance'], help: 'What is taken off the next invoices.' },
  async (story, [customer, amount]) => {
    await story.credits.expectBalance(customer, amount);
  },
);

step(
  '{customer} has {money} of prepaid credit left',
  { role: 'observation', needs: ['wallet'], help: 'In all wallets together.' },
  async (story, [customer, amount]) => {
    await story.credits.expectPrepaid(customer, amount);
  },
);

step(
  '{money} of credit is used on {invoice}',
  { role: 'observation', needs: ['balance'], help: 'By credit notes, balance and prepaid credit.' },
  async (story, [amount, invoice]) => {
    await story.credits.expectCredited(invoice, amount);
  },
);

step(
  '{invoice} is void',
  { role: 'observation', needs: ['invoice.void'], help: 'It was taken back.' },
  async (story, [invoice]) => {
    await story.credits.expectVoid(invoice);
  },
);
