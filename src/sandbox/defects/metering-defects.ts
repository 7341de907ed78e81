import { bucketHoursInUtc } from './bucket-hours-in-utc.ts';
import type { Defect } from './defect.ts';
import { gapDaysCountedAgain } from './gap-days-counted-again.ts';
import { groupsCountedTogether } from './groups-counted-together.ts';
import { includedUnitsCharged } from './included-units-charged.ts';
import { lateCorrectionNotCredited } from './late-correction-not-credited.ts';
import { lateUsageBillsPeriodAgain } from './late-usage-bills-period-again.ts';
import { lateUsageInNoBill } from './late-usage-in-no-bill.ts';
import { lateUsageOfLeftPlanLost } from './late-usage-of-left-plan-lost.ts';
import { lateUsageTakenWithoutEnd } from './late-usage-taken-without-end.ts';
import { latestIsLastArrived } from './latest-is-last-arrived.ts';
import { maximumIsLastValue } from './maximum-is-last-value.ts';
import { minimumNotProrated } from './minimum-not-prorated.ts';
import { minimumOfAnotherPeriod } from './minimum-of-another-period.ts';
import { minimumOnTopOfUsage } from './minimum-on-top-of-usage.ts';
import { negativeUsageInflates } from './negative-usage-inflates.ts';
import { overageAtUsualPrice } from './overage-at-usual-price.ts';
import { subsetBucketCountsTwice } from './subset-bucket-counts-twice.ts';
import { thresholdBilledEachTime } from './threshold-billed-each-time.ts';
import { uniqueCountByArrival } from './unique-count-by-arrival.ts';
import { uniqueCountsEvents } from './unique-counts-events.ts';
import { usageBeforeCancelAMonthLate } from './usage-before-cancel-a-month-late.ts';
import { usageWithoutBucketLost } from './usage-without-bucket-lost.ts';

/** What goes wrong between the events of a meter and the amount on a bill. */
export const meteringDefects: readonly Defect[] = [
  gapDaysCountedAgain,
  subsetBucketCountsTwice,
  usageWithoutBucketLost,
  bucketHoursInUtc,
  negativeUsageInflates,
  uniqueCountByArrival,
  latestIsLastArrived,
  maximumIsLastValue,
  uniqueCountsEvents,
  groupsCountedTogether,
  includedUnitsCharged,
  lateUsageBillsPeriodAgain,
  lateCorrectionNotCredited,
  lateUsageInNoBill,
  lateUsageOfLeftPlanLost,
  lateUsageTakenWithoutEnd,
  minimumOfAnotherPeriod,
  minimumNotProrated,
  minimumOnTopOfUsage,
  usageBeforeCancelAMonthLate,
  thresholdBilledEachTime,
  overageAtUsualPrice,
];
