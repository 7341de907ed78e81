import type { Defect } from '../defect.ts';
import { batchLooksAtOneCustomer } from './batch-looks-at-one-customer.ts';
import { boundariesAtUtcMidnight } from './boundaries-at-utc-midnight.ts';
import { boundaryDayInNoBill } from './boundary-day-in-no-bill.ts';
import { bucketHoursInUtc } from './bucket-hours-in-utc.ts';
import { draftShowsUsageOfToday } from './draft-shows-usage-of-today.ts';
import { eventBehindARepeatLost } from './event-behind-a-repeat-lost.ts';
import { eventIdsWithoutCase } from './event-ids-without-case.ts';
import { finalisedDraftForgetsLateUsage } from './finalised-draft-forgets-late-usage.ts';
import { gapDaysCountedAgain } from './gap-days-counted-again.ts';
import { groupValuesRunTogether } from './group-values-run-together.ts';
import { groupsCountedTogether } from './groups-counted-together.ts';
import { groupsJoinedByHyphen } from './groups-joined-by-hyphen.ts';
import { interimOfFirstDayDatedBefore } from './interim-of-first-day-dated-before.ts';
import { largeUsageInNarrowFloats } from './large-usage-in-narrow-floats.ts';
import { lastValueOfZeroSkipped } from './last-value-of-zero-skipped.ts';
import { lateCorrectionNotCredited } from './late-correction-not-credited.ts';
import { lateRetryOnNextBill } from './late-retry-on-next-bill.ts';
import { lateUsageBillsPeriodAgain } from './late-usage-bills-period-again.ts';
import { lateUsageInNoBill } from './late-usage-in-no-bill.ts';
import { lateUsageLessFirstLine } from './late-usage-less-first-line.ts';
import { lateUsageOfLeftPlanLost } from './late-usage-of-left-plan-lost.ts';
import { lateUsageRefused } from './late-usage-refused.ts';
import { lateUsageTakenWithoutEnd } from './late-usage-taken-without-end.ts';
import { latestIsLastArrived } from './latest-is-last-arrived.ts';
import { levelCountsInFull } from './level-counts-in-full.ts';
import { maximumIsLastValue } from './maximum-is-last-value.ts';
import { meterAddsUpAHundred } from './meter-adds-up-a-hundred.ts';
import { meterTellsEventsApart } from './meter-tells-events-apart.ts';
import { negativeUsageInflates } from './negative-usage-inflates.ts';
import { oneBillClosesMeterForAll } from './one-bill-closes-meter-for-all.ts';
import { oneThresholdAnEvent } from './one-threshold-an-event.ts';
import { orderEmptiesTheMeter } from './order-empties-the-meter.ts';
import { quantityTellsEventsApart } from './quantity-tells-events-apart.ts';
import { rejectedUsageAnsweredAsAccepted } from './rejected-usage-answered-as-accepted.ts';
import { repeatedHourAsTheNext } from './repeated-hour-as-the-next.ts';
import { retryCountedInBothMonths } from './retry-counted-in-both-months.ts';
import { retryWithoutIdentity } from './retry-without-identity.ts';
import { stillToBillToTwoPlaces } from './still-to-bill-to-two-places.ts';
import { subsetBucketCountsTwice } from './subset-bucket-counts-twice.ts';
import { thresholdsStayOnceSet } from './thresholds-stay-once-set.ts';
import { uniqueCountByArrival } from './unique-count-by-arrival.ts';
import { uniqueCountsEvents } from './unique-counts-events.ts';
import { usageAfterLastBillTaken } from './usage-after-last-bill-taken.ts';
import { usageBeforeCancelAMonthLate } from './usage-before-cancel-a-month-late.ts';
import { usageBilledTwiceOutsideUtc } from './usage-billed-twice-outside-utc.ts';
import { usageStoredInWholeUnits } from './usage-stored-in-whole-units.ts';
import { usageWithoutBucketLost } from './usage-without-bucket-lost.ts';

export const usageDefects: readonly Defect[] = [
  levelCountsInFull,
  boundariesAtUtcMidnight,
  repeatedHourAsTheNext,
  retryCountedInBothMonths,
  lateRetryOnNextBill,
  retryWithoutIdentity,
  boundaryDayInNoBill,
  usageBilledTwiceOutsideUtc,
  rejectedUsageAnsweredAsAccepted,
  lateUsageRefused,
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
  lateUsageBillsPeriodAgain,
  lateCorrectionNotCredited,
  lateUsageInNoBill,
  lateUsageOfLeftPlanLost,
  lateUsageTakenWithoutEnd,
  usageBeforeCancelAMonthLate,
  usageStoredInWholeUnits,
  groupValuesRunTogether,
  lastValueOfZeroSkipped,
  groupsJoinedByHyphen,
  oneBillClosesMeterForAll,
  usageAfterLastBillTaken,
  lateUsageLessFirstLine,
  largeUsageInNarrowFloats,
  eventBehindARepeatLost,
  meterAddsUpAHundred,
  eventIdsWithoutCase,
  stillToBillToTwoPlaces,
  orderEmptiesTheMeter,
  quantityTellsEventsApart,
  meterTellsEventsApart,
  interimOfFirstDayDatedBefore,
  draftShowsUsageOfToday,
  thresholdsStayOnceSet,
  batchLooksAtOneCustomer,
  oneThresholdAnEvent,
  finalisedDraftForgetsLateUsage,
];
