import { step } from './step.ts';

step(
  'today is {date}',
  { role: 'state', needs: [], help: 'Begins the scenario on that day, or moves on to it.' },
  async (story, [date]) => {
    await story.clock.at(date);
  },
);

step(
  'the clock moves to {date}',
  { role: 'event', needs: ['clock'], help: 'Time passes until that day; everything due is billed.' },
  async (story, [date]) => {
    await story.clock.at(date);
  },
);

step(
  '{interval} pass(es)',
  { role: 'event', needs: ['clock'], help: 'Time passes; everything due is billed.' },
  async (story, [interval]) => {
    await story.clock.pass(interval);
  },
);

step(
  'the bill run for {date} is done',
  { role: 'event', needs: ['clock'], help: 'The bill run of that day has been done.' },
  async (story, [date]) => {
    await story.clock.at(date);
  },
);

step(
  'the bill run for {date} is done again',
  { role: 'event', needs: ['clock'], help: 'The bill run of that day is started a second time.' },
  async (story, [date]) => {
    await story.invoices.billAgain(date);
  },
);
