import type { Defect } from '../defect.ts';
import { addOnAtListPrice } from './add-on-at-list-price.ts';
import { addOnBeginsAfterEndOfItsBase } from './add-on-begins-after-end-of-its-base.ts';
import { addOnBilledOnOwnDay } from './add-on-billed-on-own-day.ts';
import { addOnLosesMonthEnd } from './add-on-loses-month-end.ts';
import { addOnOrderedLateOutlivesBase } from './add-on-ordered-late-outlives-base.ts';
import { addOnOutlivesBase } from './add-on-outlives-base.ts';
import { addOnWaitsForTrialOfBase } from './add-on-waits-for-trial-of-base.ts';
import { advanceFeeDeferred } from './advance-fee-deferred.ts';
import { anchorDayDrifts } from './anchor-day-drifts.ts';
import { backOnFirstDayOfPeriodForNothing } from './back-on-first-day-of-period-for-nothing.ts';
import { billDay29thAs28th } from './bill-day-29th-as-28th.ts';
import { billDayOfChangeIgnored } from './bill-day-of-change-ignored.ts';
import { billDayOfLastDayWaits } from './bill-day-of-last-day-waits.ts';
import { billDayOfPlannedChangeLost } from './bill-day-of-planned-change-lost.ts';
import { billDayStaysAtEndOfFebruary } from './bill-day-stays-at-end-of-february.ts';
import { billedThroughCountsDrafts } from './billed-through-counts-drafts.ts';
import { billedThroughCountsUsage } from './billed-through-counts-usage.ts';
import { billedThroughOfAnyService } from './billed-through-of-any-service.ts';
import { billedThroughStaysBehind } from './billed-through-stays-behind.ts';
import { calendarBillingIgnored } from './calendar-billing-ignored.ts';
import { cancelledAtOnceForPeriodEnd } from './cancelled-at-once-for-period-end.ts';
import { changeDayCountedTwice } from './change-day-counted-twice.ts';
import { changeForNextPeriodADayLate } from './change-for-next-period-a-day-late.ts';
import { changeFromFreePlanWaits } from './change-from-free-plan-waits.ts';
import { changeMovesDayOfBilling } from './change-moves-day-of-billing.ts';
import { changeOnDayOfEndStaysCharged } from './change-on-day-of-end-stays-charged.ts';
import { changedAddOnGivesNothingBack } from './changed-add-on-gives-nothing-back.ts';
import { closedCustomerBilledOn } from './closed-customer-billed-on.ts';
import { closingCreditsWhatIsPaid } from './closing-credits-what-is-paid.ts';
import { closingCreditsWhatStays } from './closing-credits-what-stays.ts';
import { closingEndsFirstService } from './closing-ends-first-service.ts';
import { closingForgetsUnpaid } from './closing-forgets-unpaid.ts';
import { closingMovesPlannedEnds } from './closing-moves-planned-ends.ts';
import { dayBetweenChangesGivenBack } from './day-between-changes-given-back.ts';
import { daysBeforeEarlyBillDayFree } from './days-before-early-bill-day-free.ts';
import { firstCalendarQuarterEndsWithItsMonth } from './first-calendar-quarter-ends-with-its-month.ts';
import { firstDayNeverGivenBack } from './first-day-never-given-back.ts';
import { lateChangeCountsFromTelling } from './late-change-counts-from-telling.ts';
import { lateOrderBilledFromItsDay } from './late-order-billed-from-its-day.ts';
import { leapDayNeverEndsAPeriod } from './leap-day-never-ends-a-period.ts';
import { leavingBillsThePause } from './leaving-bills-the-pause.ts';
import { monthEndSticks } from './month-end-sticks.ts';
import { movedBillDayAtOnce } from './moved-bill-day-at-once.ts';
import { movedBillDayChargedTwice } from './moved-bill-day-charged-twice.ts';
import { movedBillDayLosesMonthEnd } from './moved-bill-day-loses-month-end.ts';
import { movedBillDayWaitsAMonth } from './moved-bill-day-waits-a-month.ts';
import { newOrderTakesEndBack } from './new-order-takes-end-back.ts';
import { oldSubscriptionsDriftOn } from './old-subscriptions-drift-on.ts';
import { oneTrialACustomer } from './one-trial-a-customer.ts';
import { orderRepeatedDespiteKey } from './order-repeated-despite-key.ts';
import { paidOnceThisMonth } from './paid-once-this-month.ts';
import { pausedAddOnWaitsForBase } from './paused-add-on-waits-for-base.ts';
import { periodsBeforeOrderLost } from './periods-before-order-lost.ts';
import { planVersionsBillOneUsage } from './plan-versions-bill-one-usage.ts';
import { plannedChangeAtOnce } from './planned-change-at-once.ts';
import { plannedPauseAtOnce } from './planned-pause-at-once.ts';
import { previewADayShort } from './preview-a-day-short.ts';
import { quantityOfOrderLost } from './quantity-of-order-lost.ts';
import { resumeGoesByBillDayOfTheOrder } from './resume-goes-by-bill-day-of-the-order.ts';
import { resumeMovesDayOfBilling } from './resume-moves-day-of-billing.ts';
import { returnRefusedAfterChangeOfItsDay } from './return-refused-after-change-of-its-day.ts';
import { seatsAfterReturnOfTheirDayLost } from './seats-after-return-of-their-day-lost.ts';
import { seatsAskedOnLastDayWait } from './seats-asked-on-last-day-wait.ts';
import { seatsBeforeTheStartForgotten } from './seats-before-the-start-forgotten.ts';
import { seatsChangeWithNextBill } from './seats-change-with-next-bill.ts';
import { seatsChargedFromPeriodStart } from './seats-charged-from-period-start.ts';
import { seatsForCentsNotCharged } from './seats-for-cents-not-charged.ts';
import { seatsOfChangeToTwoPlaces } from './seats-of-change-to-two-places.ts';
import { seatsWishedOnFirstPaidDayAtOnce } from './seats-wished-on-first-paid-day-at-once.ts';
import { secondPauseParksAccount } from './second-pause-parks-account.ts';
import { secondSeatsOfADayLost } from './second-seats-of-a-day-lost.ts';
import { setupAgainAfterFirstDay } from './setup-again-after-first-day.ts';
import { setupAgainAfterPause } from './setup-again-after-pause.ts';
import { sharedBillDayAtMost28th } from './shared-bill-day-at-most-28th.ts';
import { sharedBillDayIgnored } from './shared-bill-day-ignored.ts';
import { sharedBillDayOfAnyOrder } from './shared-bill-day-of-any-order.ts';
import { sharedBillDayOfTheLast } from './shared-bill-day-of-the-last.ts';
import { sharedBillDayWithoutTrial } from './shared-bill-day-without-trial.ts';
import { takenBackAMonthFromTheEnd } from './taken-back-a-month-from-the-end.ts';
import { takenBackFromToday } from './taken-back-from-today.ts';
import { takenBackThroughTrial } from './taken-back-through-trial.ts';
import { termEndIgnored } from './term-end-ignored.ts';
import { thirtyDayPlanAsMonth } from './thirty-day-plan-as-month.ts';
import { thirtyDayTrialIsAMonth } from './thirty-day-trial-is-a-month.ts';
import { trialADayShort } from './trial-a-day-short.ts';
import { trialDefersWhatItDoesNotFree } from './trial-defers-what-it-does-not-free.ts';
import { undoForgetsAddOns } from './undo-forgets-add-ons.ts';
import { undoneCancellationStays } from './undone-cancellation-stays.ts';
import { undoneChangeStillComes } from './undone-change-still-comes.ts';
import { undoneChangeTakesPlannedEnd } from './undone-change-takes-planned-end.ts';
import { undoneEndEndsThePause } from './undone-end-ends-the-pause.ts';
import { upgradeBillsEndedAgain } from './upgrade-bills-ended-again.ts';
import { upgradeForgetsWhatIsPlanned } from './upgrade-forgets-what-is-planned.ts';
import { upgradeKeepsDriftedDay } from './upgrade-keeps-drifted-day.ts';
import { upgradeRepairsPausedAgain } from './upgrade-repairs-paused-again.ts';
import { upliftForgottenAfterPause } from './uplift-forgotten-after-pause.ts';
import { usageKeepsMonthsOfOldBillDay } from './usage-keeps-months-of-old-bill-day.ts';
import { yearAs365Days } from './year-as-365-days.ts';
import { yearKeepsDayOfMonth } from './year-keeps-day-of-month.ts';

export const subscriptionDefects: readonly Defect[] = [
  orderRepeatedDespiteKey,
  quantityOfOrderLost,
  advanceFeeDeferred,
  anchorDayDrifts,
  oldSubscriptionsDriftOn,
  previewADayShort,
  changeDayCountedTwice,
  seatsAskedOnLastDayWait,
  thirtyDayPlanAsMonth,
  yearAs365Days,
  monthEndSticks,
  calendarBillingIgnored,
  plannedChangeAtOnce,
  cancelledAtOnceForPeriodEnd,
  addOnLosesMonthEnd,
  addOnBilledOnOwnDay,
  addOnOutlivesBase,
  planVersionsBillOneUsage,
  secondPauseParksAccount,
  plannedPauseAtOnce,
  backOnFirstDayOfPeriodForNothing,
  returnRefusedAfterChangeOfItsDay,
  secondSeatsOfADayLost,
  resumeMovesDayOfBilling,
  trialDefersWhatItDoesNotFree,
  trialADayShort,
  addOnWaitsForTrialOfBase,
  lateChangeCountsFromTelling,
  termEndIgnored,
  changeMovesDayOfBilling,
  yearKeepsDayOfMonth,
  lateOrderBilledFromItsDay,
  periodsBeforeOrderLost,
  seatsChangeWithNextBill,
  seatsChargedFromPeriodStart,
  undoneCancellationStays,
  undoneChangeStillComes,
  undoForgetsAddOns,
  upgradeRepairsPausedAgain,
  upgradeBillsEndedAgain,
  upgradeKeepsDriftedDay,
  thirtyDayTrialIsAMonth,
  firstDayNeverGivenBack,
  setupAgainAfterFirstDay,
  usageKeepsMonthsOfOldBillDay,
  movedBillDayAtOnce,
  movedBillDayChargedTwice,
  movedBillDayLosesMonthEnd,
  movedBillDayWaitsAMonth,
  billDayOfChangeIgnored,
  takenBackThroughTrial,
  takenBackFromToday,
  takenBackAMonthFromTheEnd,
  sharedBillDayIgnored,
  sharedBillDayOfAnyOrder,
  sharedBillDayOfTheLast,
  billedThroughCountsDrafts,
  billedThroughStaysBehind,
  closedCustomerBilledOn,
  closingForgetsUnpaid,
  closingCreditsWhatStays,
  closingCreditsWhatIsPaid,
  firstCalendarQuarterEndsWithItsMonth,
  upgradeForgetsWhatIsPlanned,
  upliftForgottenAfterPause,
  setupAgainAfterPause,
  billedThroughOfAnyService,
  billedThroughCountsUsage,
  billDay29thAs28th,
  sharedBillDayAtMost28th,
  closingEndsFirstService,
  sharedBillDayWithoutTrial,
  addOnAtListPrice,
  leavingBillsThePause,
  changedAddOnGivesNothingBack,
  undoneEndEndsThePause,
  seatsForCentsNotCharged,
  leapDayNeverEndsAPeriod,
  undoneChangeTakesPlannedEnd,
  paidOnceThisMonth,
  seatsOfChangeToTwoPlaces,
  pausedAddOnWaitsForBase,
  billDayOfLastDayWaits,
  newOrderTakesEndBack,
  changeOnDayOfEndStaysCharged,
  dayBetweenChangesGivenBack,
  addOnBeginsAfterEndOfItsBase,
  seatsBeforeTheStartForgotten,
  addOnOrderedLateOutlivesBase,
  resumeGoesByBillDayOfTheOrder,
  oneTrialACustomer,
  changeForNextPeriodADayLate,
  seatsAfterReturnOfTheirDayLost,
  changeFromFreePlanWaits,
  daysBeforeEarlyBillDayFree,
  billDayOfPlannedChangeLost,
  seatsWishedOnFirstPaidDayAtOnce,
  closingMovesPlannedEnds,
  billDayStaysAtEndOfFebruary,
];
