import { step } from './step.ts';

step(
  '{customer} subscribes to {plan} on {date}',
  { role: 'event', needs: [], help: 'Periods begin on that day of the month.' },
  async (story, [customer, plan, start]) => {
    await story.subscriptions.subscribe({ customer, plan, start, quantity: '1', billing: 'anniversary' });
  },
);

step(
  '{customer} subscribes to {int} seat(s) of {plan} on {date}',
  { role: 'event', needs: [], help: 'As many seats; periods begin on that day of the month.' },
  async (story, [customer, seats, plan, start]) => {
    await story.subscriptions.subscribe({
      customer,
      plan,
      start,
      quantity: String(seats),
      billing: 'anniversary',
    });
  },
);

step(
  '{customer} subscribes to {plan} on {date}, billed by the calendar',
  {
    role: 'event',
    needs: ['subscription.calendar'],
    help: 'Periods begin on the first of the month; the first one is a part.',
  },
  async (story, [customer, plan, start]) => {
    await story.subscriptions.subscribe({ customer, plan, start, quantity: '1', billing: 'calendar' });
  },
);

step(
  '{customer} changes from {plan} to {plan} {timing}',
  {
    role: 'event',
    needs: ['subscription.change'],
    help: 'on a day, immediately, or at the end of the period.',
  },
  async (story, [customer, from, to, timing]) => {
    await story.subscriptions.change({ customer, from, to, timing });
  },
);

step(
  '{customer} cancels {plan} {timing}',
  {
    role: 'event',
    needs: ['subscription.cancel'],
    help: 'on a day, immediately, or at the end of the period.',
  },
  async (story, [customer, plan, timing]) => {
    await story.alterations.cancel(customer, plan, timing);
  },
);

step(
  'the subscription of {customer} to {plan} is {substate}',
  { role: 'observation', needs: [], help: 'active, paused, cancelled or pending.' },
  async (story, [customer, plan, state]) => {
    await story.subscriptions.expectState(customer, plan, state);
  },
);

step(
  '{customer} is now on {plan}',
  { role: 'observation', needs: ['subscription.change'], help: 'The plan that the subscription has today.' },
  async (story, [customer, plan]) => {
    await story.subscriptions.expectPlan(customer, plan);
  },
);

step(
  '{customer} has {int} seat(s) of {plan}',
  { role: 'observation', needs: ['subscription.quantity'], help: 'As many as the subscription has today.' },
  async (story, [customer, seats, plan]) => {
    await story.subscriptions.expectQuantity(customer, plan, String(seats));
  },
);

step(
  'the last day of {customer} on {plan} is {date}',
  {
    role: 'observation',
    needs: ['subscription.cancel'],
    help: 'The last day that the subscription is paid for.',
  },
  async (story, [customer, plan, date]) => {
    await story.subscriptions.expectLastDay(customer, plan, date);
  },
);

step(
  'the current period of {customer} on {plan} is {date} to {date}',
  { role: 'observation', needs: [], help: 'First and last day, both included.' },
  async (story, [customer, plan, from, to]) => {
    await story.subscriptions.expectPeriod(customer, plan, { from, to });
  },
);

step(
  'the next bill date of {customer} for {plan} is {date}',
  { role: 'observation', needs: [], help: 'The day on which the running period is over.' },
  async (story, [customer, plan, date]) => {
    await story.subscriptions.expectNextBillDate(customer, plan, date);
  },
);
