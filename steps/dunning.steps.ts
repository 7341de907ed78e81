import { step } from './step.ts';

step(
  'whoever is late is asked like this:',
  {
    role: 'state',
    needs: ['dunning'],
    help: 'Days after the last day to pay. Columns: level, days late, fee, interest (per year), service (goes on, stops).',
  },
  (story, [table]) => {
    story.dunning.ask(table);
  },
);

step(
  '{customer} is on the dunning level {text}',
  { role: 'observation', needs: ['dunning'], help: 'The level of today.' },
  async (story, [customer, level]) => {
    await story.dunning.expectLevel(customer, level);
  },
);

step(
  '{customer} is not dunned',
  { role: 'observation', needs: ['dunning'], help: 'On no level at all.' },
  async (story, [customer]) => {
    await story.dunning.expectLevel(customer, null);
  },
);

step(
  '{customer} has been reminded {int} time(s)',
  { role: 'observation', needs: ['dunning'], help: 'Until today.' },
  async (story, [customer, count]) => {
    await story.dunning.expectReminders(customer, count);
  },
);

step(
  'the service of {customer} goes on',
  { role: 'observation', needs: ['dunning'], help: 'Nobody stopped it, or it was given back.' },
  async (story, [customer]) => {
    await story.dunning.expectService(customer, true);
  },
);

step(
  'the service of {customer} is stopped',
  { role: 'observation', needs: ['dunning'], help: 'Until what is owed was paid.' },
  async (story, [customer]) => {
    await story.dunning.expectService(customer, false);
  },
);
