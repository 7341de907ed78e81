import { moneyAmount } from '../src/model/money.ts';
import { step } from './step.ts';

step(
  'the plan {plan} counts {meter} by its {counting}',
  {
    role: 'state',
    needs: ['usage', 'usage.aggregation'],
    help: 'What of the readings of a period is charged: their highest value, their last value or the number of readings; without this step their sum.',
  },
  (story, [plan, meter, aggregation]) => {
    story.catalog.refineUsage(plan, meter, { aggregation });
  },
);

step(
  'the plan {plan} includes {quantity} of {meter}',
  {
    role: 'state',
    needs: ['usage', 'price.allowance'],
    help: 'Units of each period that cost nothing.',
  },
  (story, [plan, included, meter]) => {
    story.catalog.refineUsage(plan, meter, { included });
  },
);

step(
  'the plan {plan} charges at least {money} for {meter}',
  {
    role: 'state',
    needs: ['usage', 'price.minimum'],
    help: 'What is missing to that amount is added in each period, in a part of a period for its days.',
  },
  (story, [plan, minimum, meter]) => {
    story.catalog.refineUsage(plan, meter, { minimum: moneyAmount(minimum) });
  },
);

step(
  'usage that comes after its bill goes on the next one',
  {
    role: 'state',
    needs: ['usage', 'usage.late'],
    help: 'Says that the scenario is for systems that take late usage; does nothing else.',
  },
  () => undefined,
);
