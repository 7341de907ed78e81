import { HarnessFault } from '../../model/fault.ts';
import { advanceFeeDeferred } from './advance-fee-deferred.ts';
import { amountsRoundedDown } from './amounts-rounded-down.ts';
import { anchorDayDrifts } from './anchor-day-drifts.ts';
import { annualPlanBilledAsMonth } from './annual-plan-billed-as-month.ts';
import { badOrderHoldsUpPage } from './bad-order-holds-up-page.ts';
import { begunPackageNotCharged } from './begun-package-not-charged.ts';
import { billRunLocksOthersOut } from './bill-run-locks-others-out.ts';
import { billRunStopsAllElse } from './bill-run-stops-all-else.ts';
import { boundariesAtUtcMidnight } from './boundaries-at-utc-midnight.ts';
import { boundaryDayInNoBill } from './boundary-day-in-no-bill.ts';
import { calendarBillingIgnored } from './calendar-billing-ignored.ts';
import { cancelledAtOnceForPeriodEnd } from './cancelled-at-once-for-period-end.ts';
import { changeDayCountedTwice } from './change-day-counted-twice.ts';
import { collectionDefects } from './collection-defects.ts';
import { creditDefects } from './credit-defects.ts';
import type { Defect } from './defect.ts';
import { eventToldTwice } from './event-told-twice.ts';
import { failedDeliveryNotRepeated } from './failed-delivery-not-repeated.ts';
import { firstUnitOfTierAtOldPrice } from './first-unit-of-tier-at-old-price.ts';
import { flatFeeTimesQuantity } from './flat-fee-times-quantity.ts';
import { foreignInvoiceReadable } from './foreign-invoice-readable.ts';
import { fullBufferDropsAnEvent } from './full-buffer-drops-an-event.ts';
import { fullPackageOpensAnother } from './full-package-opens-another.ts';
import { gatewayLosesCents } from './gateway-loses-cents.ts';
import { gatewayTimesHundred } from './gateway-times-hundred.ts';
import { lateOrderBilledFromArrival } from './late-order-billed-from-arrival.ts';
import { lateRetryOnNextBill } from './late-retry-on-next-bill.ts';
import { lateUsageRefused } from './late-usage-refused.ts';
import { latestPriceBeforeItsDay } from './latest-price-before-its-day.ts';
import { listBalanceStale } from './list-balance-stale.ts';
import { listShowsOnePeriod } from './list-shows-one-period.ts';
import { bookDefects } from './lists/books.ts';
import { subscriptionDefects } from './lists/subscriptions.ts';
import { lostAnswerPostsAgain } from './lost-answer-posts-again.ts';
import { maximumIgnored } from './maximum-ignored.ts';
import { meteringDefects } from './metering-defects.ts';
import { minimumNotCharged } from './minimum-not-charged.ts';
import { monthEndSticks } from './month-end-sticks.ts';
import { nameEscapedTwice } from './name-escaped-twice.ts';
import { newPriceADayLate } from './new-price-a-day-late.ts';
import { newerPriceIgnored } from './newer-price-ignored.ts';
import { oldPriceAfterChangeBack } from './old-price-after-change-back.ts';
import { oldSubscriptionsDriftOn } from './old-subscriptions-drift-on.ts';
import { orderRepeatedDespiteKey } from './order-repeated-despite-key.ts';
import { pagesDropEqualDates } from './pages-drop-equal-dates.ts';
import { parallelUsageOverwritten } from './parallel-usage-overwritten.ts';
import { paymentDefects } from './payment-defects.ts';
import { paymentLeavesACent } from './payment-leaves-a-cent.ts';
import { plannedChangeAtOnce } from './planned-change-at-once.ts';
import { previewADayShort } from './preview-a-day-short.ts';
import { previewClaimsWhatItShows } from './preview-claims-what-it-shows.ts';
import { previewShowsWhatWasBilled } from './preview-shows-what-was-billed.ts';
import { previewWithoutDiscount } from './preview-without-discount.ts';
import { quantityOfOrderLost } from './quantity-of-order-lost.ts';
import { rejectedUsageAnsweredAsAccepted } from './rejected-usage-answered-as-accepted.ts';
import { repeatedRunBillsAgain } from './repeated-run-bills-again.ts';
import { requestsMissingInLog } from './requests-missing-in-log.ts';
import { retryCountedInBothMonths } from './retry-counted-in-both-months.ts';
import { retryWithoutIdentity } from './retry-without-identity.ts';
import { sameKeyChargesTwice } from './same-key-charges-twice.ts';
import { secondOrderOfCustomerLost } from './second-order-of-customer-lost.ts';
import { secondPaymentTakenForRepeat } from './second-payment-taken-for-repeat.ts';
import { signatureOfAnotherBody } from './signature-of-another-body.ts';
import { silentSourceSkipsPage } from './silent-source-skips-page.ts';
import { taxDefects } from './tax-defects.ts';
import { taxNotPostedWithDiscount } from './tax-not-posted-with-discount.ts';
import { taxPostedAsRevenue } from './tax-posted-as-revenue.ts';
import { thirdPriceNeverFound } from './third-price-never-found.ts';
import { thirtyDayPlanAsMonth } from './thirty-day-plan-as-month.ts';
import { tierBoundExclusive } from './tier-bound-exclusive.ts';
import { tierByWholeUnits } from './tier-by-whole-units.ts';
import { totalIgnoresDiscount } from './total-ignores-discount.ts';
import { totalRoundedWithoutEntry } from './total-rounded-without-entry.ts';
import { unknownPlanTakesFirst } from './unknown-plan-takes-first.ts';
import { untakenPostingCountsAsTaken } from './untaken-posting-counts-as-taken.ts';
import { usageBilledTwiceOutsideUtc } from './usage-billed-twice-outside-utc.ts';
import { usageLineOnLastDay } from './usage-line-on-last-day.ts';
import { yearAs365Days } from './year-as-365-days.ts';

/** In the order of an order's way to cash. */
export const defects: readonly Defect[] = [
  newerPriceIgnored,
  latestPriceBeforeItsDay,
  newPriceADayLate,
  thirdPriceNeverFound,
  oldPriceAfterChangeBack,
  annualPlanBilledAsMonth,
  unknownPlanTakesFirst,
  orderRepeatedDespiteKey,
  quantityOfOrderLost,
  advanceFeeDeferred,
  anchorDayDrifts,
  oldSubscriptionsDriftOn,
  boundariesAtUtcMidnight,
  previewADayShort,
  changeDayCountedTwice,
  thirtyDayPlanAsMonth,
  yearAs365Days,
  monthEndSticks,
  calendarBillingIgnored,
  plannedChangeAtOnce,
  cancelledAtOnceForPeriodEnd,
  ...subscriptionDefects,
  retryCountedInBothMonths,
  lateRetryOnNextBill,
  retryWithoutIdentity,
  boundaryDayInNoBill,
  usageBilledTwiceOutsideUtc,
  rejectedUsageAnsweredAsAccepted,
  lateUsageRefused,
  ...meteringDefects,
  tierBoundExclusive,
  tierByWholeUnits,
  firstUnitOfTierAtOldPrice,
  begunPackageNotCharged,
  fullPackageOpensAnother,
  flatFeeTimesQuantity,
  minimumNotCharged,
  maximumIgnored,
  amountsRoundedDown,
  usageLineOnLastDay,
  repeatedRunBillsAgain,
  totalIgnoresDiscount,
  previewWithoutDiscount,
  previewClaimsWhatItShows,
  previewShowsWhatWasBilled,
  ...taxDefects,
  sameKeyChargesTwice,
  secondPaymentTakenForRepeat,
  paymentLeavesACent,
  gatewayTimesHundred,
  gatewayLosesCents,
  ...paymentDefects,
  ...collectionDefects,
  ...creditDefects,
  taxNotPostedWithDiscount,
  taxPostedAsRevenue,
  totalRoundedWithoutEntry,
  pagesDropEqualDates,
  listShowsOnePeriod,
  listBalanceStale,
  foreignInvoiceReadable,
  ...bookDefects,
  nameEscapedTwice,
  eventToldTwice,
  failedDeliveryNotRepeated,
  signatureOfAnotherBody,
  parallelUsageOverwritten,
  fullBufferDropsAnEvent,
  requestsMissingInLog,
  billRunStopsAllElse,
  billRunLocksOthersOut,
  secondOrderOfCustomerLost,
  badOrderHoldsUpPage,
  silentSourceSkipsPage,
  lateOrderBilledFromArrival,
  lostAnswerPostsAgain,
  untakenPostingCountsAsTaken,
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
