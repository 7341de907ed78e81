import { step } from './step.ts';

step(
  '{customer} changes {plan} to {int} seat(s) {timing}',
  {
    role: 'event',
    needs: ['subscription.quantity'],
    help: 'So many seats in all: on a day, immediately, or at the end of the period.',
  },
  async (story, [customer, plan, seats, when]) => {
    await story.alterations.changeQuantity(customer, plan, { quantity: String(seats), when });
  },
);

step(
  'the change of {customer} to {int} seat(s) of {plan} on {date} is entered on {date}',
  {
    role: 'event',
    needs: ['subscription.quantity', 'subscription.backdate'],
    help: 'The seats are used from the first day on, and the bill learns of it on the second.',
  },
  async (story, [customer, seats, plan, on, enteredOn]) => {
    const when = { kind: 'entered', on, enteredOn } as const;
    await story.alterations.changeQuantity(customer, plan, { quantity: String(seats), when });
  },
);

step(
  '{customer} moves the bill day of {plan} to day {int} of the month on {date}',
  {
    role: 'event',
    needs: ['subscription.bill-day'],
    help: 'From the first such day on that is not before the date; a month that is too short is billed on its last.',
  },
  async (story, [customer, plan, day, on]) => {
    await story.alterations.moveBillDay(customer, plan, { day, on });
  },
);

step(
  '{customer} pauses {plan} {timing}',
  {
    role: 'event',
    needs: ['subscription.pause'],
    help: 'The first day without the service: on a day, immediately, or at the end of the period.',
  },
  async (story, [customer, plan, timing]) => {
    await story.alterations.pause(customer, plan, timing);
  },
);

step(
  '{customer} resumes {plan} {timing}',
  {
    role: 'event',
    needs: ['subscription.pause'],
    help: 'The first day with the service again: on a day, or immediately.',
  },
  async (story, [customer, plan, timing]) => {
    await story.alterations.resume(customer, plan, timing);
  },
);

step(
  'the cancellation of {plan} by {customer} on {date} is entered on {date}',
  {
    role: 'event',
    needs: ['subscription.cancel', 'subscription.backdate'],
    help: 'The service ended before the first day, and the bill learns of it on the second.',
  },
  async (story, [plan, customer, on, enteredOn]) => {
    await story.alterations.cancel(customer, plan, { kind: 'entered', on, enteredOn });
  },
);

step(
  'the change of {customer} from {plan} to {plan} on {date} is entered on {date}',
  {
    role: 'event',
    needs: ['subscription.change', 'subscription.backdate'],
    help: 'The new plan was used from the first day on, and the bill learns of it on the second.',
  },
  async (story, [customer, from, to, on, enteredOn]) => {
    await story.subscriptions.change({ customer, from, to, timing: { kind: 'entered', on, enteredOn } });
  },
);

step(
  'the pause of {plan} by {customer} on {date} is entered on {date}',
  {
    role: 'event',
    needs: ['subscription.pause', 'subscription.backdate'],
    help: 'The first day without the service, and the day on which the bill learns of it.',
  },
  async (story, [plan, customer, on, enteredOn]) => {
    await story.alterations.pause(customer, plan, { kind: 'entered', on, enteredOn });
  },
);

step(
  'the resumption of {plan} by {customer} on {date} is entered on {date}',
  {
    role: 'event',
    needs: ['subscription.pause', 'subscription.backdate'],
    help: 'The first day with the service again, and the day on which the bill learns of it.',
  },
  async (story, [plan, customer, on, enteredOn]) => {
    await story.alterations.resume(customer, plan, { kind: 'entered', on, enteredOn });
  },
);

step(
  '{customer} takes back the cancellation of {plan} on {date}',
  {
    role: 'event',
    needs: ['subscription.cancel', 'subscription.undo'],
    help: 'A cancellation for a later day; all is then as if it had never been told.',
  },
  async (story, [customer, plan, on]) => {
    await story.alterations.takeBack(customer, plan, { planned: 'cancellation', on });
  },
);

step(
  '{customer} takes back the change to {plan} on {date}',
  {
    role: 'event',
    needs: ['subscription.change', 'subscription.undo'],
    help: 'A change to that plan for a later day; all is then as if it had never been told.',
  },
  async (story, [customer, plan, on]) => {
    await story.alterations.takeBack(customer, plan, { planned: 'change', on });
  },
);
