import { step } from './step.ts';

step(
  '{customer} uses {quantity} of {meter} on {date}',
  { role: 'event', needs: ['usage'], help: 'Usage in the middle of that day, told to the target on it.' },
  async (story, [customer, quantity, meter, date]) => {
    await story.usage.useOn({ customer, quantity, meter }, date);
  },
);

step(
  '{customer} uses {quantity} of {meter} at {instant}',
  {
    role: 'event',
    needs: ['usage'],
    help: 'Usage at a moment with its zone, for what happens about midnight.',
  },
  async (story, [customer, quantity, meter, at]) => {
    await story.usage.useAt({ customer, quantity, meter }, at);
  },
);

step(
  '{quantity} of {meter} used by {customer} on {date} arrive(s) on {date}',
  { role: 'event', needs: ['usage'], help: 'Usage that is told late.' },
  async (story, [quantity, meter, customer, used, arrives]) => {
    await story.usage.useLate({ customer, quantity, meter }, { used, arrives });
  },
);

step(
  '{customer} has this usage:',
  { role: 'event', needs: ['usage'], help: 'Columns: date, quantity, meter.' },
  async (story, [customer, table]) => {
    await story.usage.useTable(customer, table);
  },
);

step(
  'the last usage of {customer} arrives again',
  { role: 'event', needs: ['usage'], help: 'The very same event once more.' },
  async (story, [customer]) => {
    await story.usage.repeatLast(customer, null);
  },
);

step(
  'the last usage of {customer} arrives again on {date}',
  { role: 'event', needs: ['usage'], help: 'The very same event once more, on a later day.' },
  async (story, [customer, date]) => {
    await story.usage.repeatLast(customer, date);
  },
);

step(
  'the last usage of {customer} arrives again on {date}, stamped with that day',
  {
    role: 'event',
    needs: ['usage'],
    help: 'The same event once more, with the time at which it was sent again.',
  },
  async (story, [customer, date]) => {
    await story.usage.repeatLastAnew(customer, date);
  },
);

step(
  'the last usage of {customer} is {outcome}',
  { role: 'observation', needs: ['usage'], help: 'accepted, a duplicate, too late or rejected.' },
  (story, [customer, outcome]) => {
    story.usage.expectLast(customer, outcome);
  },
);

step(
  'the billed usage of {customer} for {month} is {quantity} of {meter}',
  { role: 'observation', needs: ['usage'], help: 'What the target counts for the month.' },
  async (story, [customer, month, quantity, meter]) => {
    await story.usage.expectBilled({ customer, quantity, meter }, month);
  },
);
