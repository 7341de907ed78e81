import { isInterimDue } from '../invoicing/is-interim-due.ts';
import { amountStillToBill, unitsStillToBill } from '../invoicing/still-to-bill.ts';
import { commitmentShare } from '../rating/commitment-share.ts';
import { commitmentOfHour, hourAmount } from '../rating/hour-amount.ts';
import { unitsBeyondIncluded } from '../rating/units-beyond-included.ts';
import { aggregateUsage } from './aggregate-usage.ts';
import { countsInBucket } from './counts-in-bucket.ts';
import { isUsageOf } from './is-usage-of.ts';
import { meteredQuantity } from './metered-quantity.ts';
import { takesLateUsage } from './takes-late-usage.ts';
import { usageGroup } from './usage-group.ts';
import { usageOfDay } from './usage-of-day.ts';
import { usageOrder } from './usage-order.ts';

/** From the events of a meter to what is charged for; each is an entry of the engine's rules. */
export const meteringRules = {
  usageOrder,
  usageGroup,
  countsInBucket,
  aggregateUsage,
  meteredQuantity,
  unitsBeyondIncluded,
  takesLateUsage,
  amountStillToBill,
  unitsStillToBill,
  commitmentShare,
  commitmentOfHour,
  hourAmount,
  isInterimDue,
  usageOfDay,
  isUsageOf,
};
