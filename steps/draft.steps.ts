import { step } from './step.ts';

step(
  'bills of {customer} are drafts until somebody finalises them',
  { role: 'event', needs: ['invoice.draft'], help: 'From the next bill on.' },
  async (story, [customer]) => {
    await story.drafts.review(customer, { kind: 'by-hand' });
  },
);

step(
  'bills of {customer} are drafts for {int} day(s)',
  {
    role: 'event',
    needs: ['invoice.draft', 'invoice.draft-days'],
    help: 'From the next bill on; then they are final by themselves.',
  },
  async (story, [customer, days]) => {
    await story.drafts.review(customer, { kind: 'days', days });
  },
);

step(
  'the draft of {customer} is finalised on {date}',
  { role: 'event', needs: ['invoice.draft'], help: 'The oldest one that waits.' },
  async (story, [customer, date]) => {
    await story.drafts.finalise(customer, date);
  },
);

step(
  '{customer} has {int} draft(s)',
  { role: 'observation', needs: ['invoice.draft'], help: 'Bills that wait.' },
  async (story, [customer, count]) => {
    await story.drafts.expectCount(customer, count);
  },
);

step(
  'the draft of {customer} totals {money}',
  { role: 'observation', needs: ['invoice.draft'], help: 'With tax, as if it were finalised today.' },
  async (story, [customer, total]) => {
    await story.drafts.expectTotal(customer, total);
  },
);
