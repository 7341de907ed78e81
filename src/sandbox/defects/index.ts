import { HarnessFault } from '../../model/fault.ts';
import { anchorDayDrifts } from './anchor-day-drifts.ts';
import { boundariesAtUtcMidnight } from './boundaries-at-utc-midnight.ts';
import { boundaryDayInNoBill } from './boundary-day-in-no-bill.ts';
import { couponAppliedSeveralTimes } from './coupon-applied-several-times.ts';
import type { Defect } from './defect.ts';
import { gatewayTimesHundred } from './gateway-times-hundred.ts';
import { newerPriceIgnored } from './newer-price-ignored.ts';
import { pagesDropEqualDates } from './pages-drop-equal-dates.ts';
import { parallelUsageOverwritten } from './parallel-usage-overwritten.ts';
import { previewADayShort } from './preview-a-day-short.ts';
import { previewWithoutDiscount } from './preview-without-discount.ts';
import { repeatedRunBillsAgain } from './repeated-run-bills-again.ts';
import { retryCountedInBothMonths } from './retry-counted-in-both-months.ts';
import { sameKeyChargesTwice } from './same-key-charges-twice.ts';
import { taxBaseTruncated } from './tax-base-truncated.ts';
import { taxNotPostedWithDiscount } from './tax-not-posted-with-discount.ts';
import { taxOnPriceBeforeDiscount } from './tax-on-price-before-discount.ts';
import { thirtyDayPlanAsMonth } from './thirty-day-plan-as-month.ts';
import { tierBoundExclusive } from './tier-bound-exclusive.ts';
import { totalIgnoresDiscount } from './total-ignores-discount.ts';
import { usageLineOnLastDay } from './usage-line-on-last-day.ts';

/** In the order of an order's way to cash. */
export const defects: readonly Defect[] = [
  newerPriceIgnored,
  anchorDayDrifts,
  boundariesAtUtcMidnight,
  previewADayShort,
  thirtyDayPlanAsMonth,
  retryCountedInBothMonths,
  boundaryDayInNoBill,
  tierBoundExclusive,
  usageLineOnLastDay,
  repeatedRunBillsAgain,
  totalIgnoresDiscount,
  previewWithoutDiscount,
  couponAppliedSeveralTimes,
  taxOnPriceBeforeDiscount,
  taxBaseTruncated,
  sameKeyChargesTwice,
  gatewayTimesHundred,
  taxNotPostedWithDiscount,
  pagesDropEqualDates,
  parallelUsageOverwritten,
];

export function defectNamed(name: string): Defect {
  const found = defects.find((defect) => defect.name === name);
  if (found !== undefined) return found;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found the defect "${name}", expected one of: ${defects.map((defect) => defect.name).join(', ')}.`,
    hint: 'Run "tollgate prove --list" to see what each of them does.',
  });
}
