import { step } from './step.ts';

step(
  'from {date} on usage of {customer} on {plan} is invoiced as soon as it comes to {money}',
  {
    role: 'event',
    needs: ['usage', 'usage.thresholds'],
    help: 'Without waiting for the end of the period, which bills the rest.',
  },
  async (story, [on, customer, plan, amount]) => {
    await story.alterations.billAtOnce(customer, plan, { amount, on });
  },
);
