import { flatFee, packaged, seatFee, tiered, unitFee } from '../src/scenario/prices.ts';
import { step } from './step.ts';

step(
  'the plan {plan} costs {money} per {interval}',
  { role: 'state', needs: ['price.flat'], help: 'A fee, billed at the start of each period.' },
  (story, [plan, price, interval]) => {
    story.catalog.addRecurring({ plan, interval, ...flatFee(price), timing: 'advance' });
  },
);

step(
  'the plan {plan} costs {money} per {interval}, billed afterwards',
  { role: 'state', needs: ['price.flat'], help: 'A fee, billed when each period is over.' },
  (story, [plan, price, interval]) => {
    story.catalog.addRecurring({ plan, interval, ...flatFee(price), timing: 'arrears' });
  },
);

step(
  'the plan {plan} costs {money} per seat and {interval}',
  {
    role: 'state',
    needs: ['price.per-unit'],
    help: 'A fee for each seat, billed at the start of each period.',
  },
  (story, [plan, price, interval]) => {
    story.catalog.addRecurring({ plan, interval, ...seatFee(price), timing: 'advance' });
  },
);

step(
  'the plan {plan} costs {money} per seat and {interval}, billed afterwards',
  {
    role: 'state',
    needs: ['price.per-unit'],
    help: 'A fee for each seat, billed when each period is over.',
  },
  (story, [plan, price, interval]) => {
    story.catalog.addRecurring({ plan, interval, ...seatFee(price), timing: 'arrears' });
  },
);

step(
  'the plan {plan} costs {money} once, when it begins',
  {
    role: 'state',
    needs: ['price.one-off'],
    help: 'A setup fee, on the first bill and never again; comes after the fee of the plan.',
  },
  (story, [plan, fee]) => {
    story.catalog.addSetup(plan, fee);
  },
);

step(
  'the plan {plan} costs {money} for customers who pay in that currency',
  {
    role: 'state',
    needs: ['price.currencies'],
    help: 'Its fee in a further currency; comes after the fee in its own.',
  },
  (story, [plan, fee]) => {
    story.catalog.addForeignFee(plan, fee);
  },
);

step(
  'the plan {plan} is billed in {currency} per {interval}',
  { role: 'state', needs: [], help: 'A plan without a fee; what it charges for follows.' },
  (story, [plan, currency, interval]) => {
    story.catalog.begin({ plan, currency, interval });
  },
);

step(
  'the plan {plan} charges {price} per unit of {meter}',
  { role: 'state', needs: ['price.per-unit', 'usage'], help: 'Each unit used costs the same.' },
  (story, [plan, price, meter]) => {
    story.catalog.addUsage({ plan, meter, ...unitFee(price) });
  },
);

step(
  'the plan {plan} charges {meter} by these graduated tiers:',
  {
    role: 'state',
    needs: ['price.graduated', 'usage'],
    help: 'Each tier prices its own units. Columns: up to, unit price, flat fee.',
  },
  (story, [plan, meter, table]) => {
    story.catalog.addUsage({ plan, meter, ...tiered('graduated', table) });
  },
);

step(
  'the plan {plan} charges {meter} by these volume tiers:',
  {
    role: 'state',
    needs: ['price.volume', 'usage'],
    help: 'The tier reached prices all units. Columns: up to, unit price, flat fee.',
  },
  (story, [plan, meter, table]) => {
    story.catalog.addUsage({ plan, meter, ...tiered('volume', table) });
  },
);

step(
  'the plan {plan} charges {meter} by these stair-step tiers:',
  {
    role: 'state',
    needs: ['price.stairstep', 'usage'],
    help: 'The tier reached costs its flat fee, whatever the quantity. Columns: up to, unit price, flat fee.',
  },
  (story, [plan, meter, table]) => {
    story.catalog.addUsage({ plan, meter, ...tiered('stairstep', table) });
  },
);

step(
  'the plan {plan} charges {money} for each package of {quantity} of {meter}',
  { role: 'state', needs: ['price.package', 'usage'], help: 'A package that is begun is charged in full.' },
  (story, [plan, price, packageSize, meter]) => {
    story.catalog.addUsage({ plan, meter, ...packaged(price, packageSize) });
  },
);

step(
  'the price of {plan} changes to {money} on {date}',
  {
    role: 'state',
    needs: ['price.versions'],
    help: 'A new version of the plan, in force for periods that begin on that day or later.',
  },
  (story, [plan, price, date]) => {
    story.catalog.changePrice(plan, price, date);
  },
);
