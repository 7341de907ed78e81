import { addOnBilledOnOwnDay } from '../add-on-billed-on-own-day.ts';
import { addOnLosesMonthEnd } from '../add-on-loses-month-end.ts';
import { addOnOutlivesBase } from '../add-on-outlives-base.ts';
import { addOnWaitsForTrialOfBase } from '../add-on-waits-for-trial-of-base.ts';
import { agreedPriceEndsWithTerm } from '../agreed-price-ends-with-term.ts';
import { agreedPriceIgnored } from '../agreed-price-ignored.ts';
import { changeMovesDayOfBilling } from '../change-moves-day-of-billing.ts';
import type { Defect } from '../defect.ts';
import { lateAnnualStartBilledAsMonth } from '../late-annual-start-billed-as-month.ts';
import { lateChangeCountsFromTelling } from '../late-change-counts-from-telling.ts';
import { lateOrderBilledFromItsDay } from '../late-order-billed-from-its-day.ts';
import { newerPriceWithinPeriod } from '../newer-price-within-period.ts';
import { pausedDaysNotGivenBack } from '../paused-days-not-given-back.ts';
import { periodsBeforeOrderLost } from '../periods-before-order-lost.ts';
import { planVersionsBillOneUsage } from '../plan-versions-bill-one-usage.ts';
import { plannedPauseAtOnce } from '../planned-pause-at-once.ts';
import { renewalWithoutUplift } from '../renewal-without-uplift.ts';
import { replacedPartNotGivenBack } from '../replaced-part-not-given-back.ts';
import { resumeMovesDayOfBilling } from '../resume-moves-day-of-billing.ts';
import { sameFigureInEachCurrency } from '../same-figure-in-each-currency.ts';
import { seatsChangeWithNextBill } from '../seats-change-with-next-bill.ts';
import { seatsChargedFromPeriodStart } from '../seats-charged-from-period-start.ts';
import { secondPauseParksAccount } from '../second-pause-parks-account.ts';
import { setupFeeEachPeriod } from '../setup-fee-each-period.ts';
import { setupFeeLost } from '../setup-fee-lost.ts';
import { termEndIgnored } from '../term-end-ignored.ts';
import { trialADayShort } from '../trial-a-day-short.ts';
import { trialDefersWhatItDoesNotFree } from '../trial-defers-what-it-does-not-free.ts';
import { undoForgetsAddOns } from '../undo-forgets-add-ons.ts';
import { undoneCancellationStays } from '../undone-cancellation-stays.ts';
import { undoneChangeStillComes } from '../undone-change-still-comes.ts';
import { upgradeRepairsPausedAgain } from '../upgrade-repairs-paused-again.ts';
import { upliftAppliedTwice } from '../uplift-applied-twice.ts';
import { upliftOnFirstPriceOnly } from '../uplift-on-first-price-only.ts';
import { yearKeepsDayOfMonth } from '../year-keeps-day-of-month.ts';

/** What happens to a subscription between its order and its end, and what was agreed about it. */
export const subscriptionDefects: readonly Defect[] = [
  addOnLosesMonthEnd,
  addOnBilledOnOwnDay,
  addOnOutlivesBase,
  planVersionsBillOneUsage,
  secondPauseParksAccount,
  pausedDaysNotGivenBack,
  plannedPauseAtOnce,
  resumeMovesDayOfBilling,
  trialDefersWhatItDoesNotFree,
  trialADayShort,
  addOnWaitsForTrialOfBase,
  lateChangeCountsFromTelling,
  termEndIgnored,
  changeMovesDayOfBilling,
  yearKeepsDayOfMonth,
  lateAnnualStartBilledAsMonth,
  lateOrderBilledFromItsDay,
  periodsBeforeOrderLost,
  seatsChangeWithNextBill,
  seatsChargedFromPeriodStart,
  replacedPartNotGivenBack,
  newerPriceWithinPeriod,
  undoneCancellationStays,
  undoneChangeStillComes,
  undoForgetsAddOns,
  setupFeeEachPeriod,
  setupFeeLost,
  renewalWithoutUplift,
  upliftAppliedTwice,
  upliftOnFirstPriceOnly,
  agreedPriceEndsWithTerm,
  agreedPriceIgnored,
  sameFigureInEachCurrency,
  upgradeRepairsPausedAgain,
];
