import { readOrderTerms } from '../src/scenario/situations/order-terms.ts';
import { step } from './step.ts';

const single = { quantity: '1', billing: 'anniversary' } as const;

step(
  'the order of {customer} for {plan} from {date} is entered on {date}',
  {
    role: 'event',
    needs: ['subscription.backdate'],
    help: 'The service began on the first day, and the bill learns of it on the second.',
  },
  async (story, [customer, plan, start, enteredOn]) => {
    await story.subscriptions.subscribe({ ...single, customer, plan, start, enteredOn });
  },
);

step(
  '{customer} subscribes to {plan} on {date} with {int} day(s) of trial',
  {
    role: 'event',
    needs: ['subscription.trial'],
    help: 'So many days are free, the first day included; periods are counted from the first day.',
  },
  async (story, [customer, plan, start, trialDays]) => {
    await story.subscriptions.subscribe({ ...single, customer, plan, start, trialDays });
  },
);

step(
  '{customer} adds {plan} to {plan} on {date}',
  {
    role: 'event',
    needs: ['subscription.add-on'],
    help: 'An add-on to a plan that the customer has: billed on its days, and over when it is.',
  },
  async (story, [customer, plan, addOnTo, start]) => {
    await story.subscriptions.subscribe({ ...single, customer, plan, addOnTo, start });
  },
);

step(
  '{customer} subscribes to {plan} on {date} at an agreed {money}',
  {
    role: 'event',
    needs: ['subscription.negotiated'],
    help: 'The fee for this customer, whatever the price list says then and later.',
  },
  async (story, [customer, plan, start, agreed]) => {
    await story.subscriptions.subscribe({ ...single, customer, plan, start, agreed });
  },
);

step(
  '{customer} subscribes to {plan} on {date} for {int} period(s), renewed at {percent} more',
  {
    role: 'event',
    needs: ['subscription.term'],
    help: 'After so many periods of the plan the contract goes on, and costs more; each time again.',
  },
  async (story, [customer, plan, start, periods, upliftPercent]) => {
    const term = { periods, atEnd: 'renew', upliftPercent } as const;
    await story.subscriptions.subscribe({ ...single, customer, plan, start, term });
  },
);

step(
  '{customer} subscribes to {plan} on {date} for {int} period(s) and no longer',
  {
    role: 'event',
    needs: ['subscription.term'],
    help: 'After so many periods of the plan the contract is over, without a cancellation.',
  },
  async (story, [customer, plan, start, periods]) => {
    const term = { periods, atEnd: 'end', upliftPercent: '0' } as const;
    await story.subscriptions.subscribe({ ...single, customer, plan, start, term });
  },
);

step(
  '{customer} subscribes to {plan} on {date} on these terms:',
  {
    role: 'event',
    needs: [
      'subscription.backdate',
      'subscription.trial',
      'subscription.add-on',
      'subscription.negotiated',
      'subscription.term',
    ],
    help: 'Columns: entered, seats, billed by, trial days, added to, agreed fee, periods, at their end.',
  },
  async (story, [customer, plan, start, table]) => {
    await story.subscriptions.subscribe({ customer, plan, start, ...readOrderTerms(table) });
  },
);
