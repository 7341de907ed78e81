import type { Defect } from '../defect.ts';
import { agreedFeeYieldsToTiers } from './agreed-fee-yields-to-tiers.ts';
import { agreedPriceByFirstLetters } from './agreed-price-by-first-letters.ts';
import { agreedPriceEndsWithTerm } from './agreed-price-ends-with-term.ts';
import { agreedPriceIgnored } from './agreed-price-ignored.ts';
import { agreedPriceLostUntilPeriodEnd } from './agreed-price-lost-until-period-end.ts';
import { agreedPriceReachesBack } from './agreed-price-reaches-back.ts';
import { agreedPricesPileUp } from './agreed-prices-pile-up.ts';
import { agreedTiersGiveWay } from './agreed-tiers-give-way.ts';
import { agreedWithChangeForEveryPlan } from './agreed-with-change-for-every-plan.ts';
import { agreedWithChangeIgnored } from './agreed-with-change-ignored.ts';
import { annualPlanBilledAsMonth } from './annual-plan-billed-as-month.ts';
import { askedChangeAtListPrice } from './asked-change-at-list-price.ts';
import { changedPlanAtPriceOfTheFirst } from './changed-plan-at-price-of-the-first.ts';
import { chargeWithoutPriceIsFree } from './charge-without-price-is-free.ts';
import { draftShownAtPriceOfToday } from './draft-shown-at-price-of-today.ts';
import { firstAgreedPriceOnly } from './first-agreed-price-only.ts';
import { firstDayOrderAtOldPrice } from './first-day-order-at-old-price.ts';
import { freeValueOfPercentageLost } from './free-value-of-percentage-lost.ts';
import { lateAnnualStartBilledAsMonth } from './late-annual-start-billed-as-month.ts';
import { latestPriceBeforeItsDay } from './latest-price-before-its-day.ts';
import { listShowsFirstFlatPrice } from './list-shows-first-flat-price.ts';
import { meteredChargeNeedsNoFurtherPrice } from './metered-charge-needs-no-further-price.ts';
import { newMeterOfPlanNotForWhoHasIt } from './new-meter-of-plan-not-for-who-has-it.ts';
import { newPriceADayLate } from './new-price-a-day-late.ts';
import { newVersionDropsCurrency } from './new-version-drops-currency.ts';
import { newerPriceIgnored } from './newer-price-ignored.ts';
import { newerPriceWithinPeriod } from './newer-price-within-period.ts';
import { newestPriceListed } from './newest-price-listed.ts';
import { numberCutOffPlanCode } from './number-cut-off-plan-code.ts';
import { oldPriceAfterChangeBack } from './old-price-after-change-back.ts';
import { onlyLastWithdrawalKnown } from './only-last-withdrawal-known.ts';
import { priceOfUndoneChangeWaits } from './price-of-undone-change-waits.ts';
import { renewalWithoutUplift } from './renewal-without-uplift.ts';
import { returningCustomerKeepsFirstPrice } from './returning-customer-keeps-first-price.ts';
import { runningPriceHidden } from './running-price-hidden.ts';
import { sameFigureInEachCurrency } from './same-figure-in-each-currency.ts';
import { secondFurtherCurrencyDropped } from './second-further-currency-dropped.ts';
import { secondWithdrawalIgnored } from './second-withdrawal-ignored.ts';
import { setupFeeEachPeriod } from './setup-fee-each-period.ts';
import { setupFeeLost } from './setup-fee-lost.ts';
import { soldInAnyCurrency } from './sold-in-any-currency.ts';
import { thirdPriceNeverFound } from './third-price-never-found.ts';
import { unknownPlanTakesFirst } from './unknown-plan-takes-first.ts';
import { upliftAppliedTwice } from './uplift-applied-twice.ts';
import { upliftOnFirstPriceOnly } from './uplift-on-first-price-only.ts';
import { versionLikeAnEarlierOneLeftOut } from './version-like-an-earlier-one-left-out.ts';
import { withdrawnFromMonthStillSold } from './withdrawn-from-month-still-sold.ts';
import { withdrawnPlanEndsForGood } from './withdrawn-plan-ends-for-good.ts';
import { withdrawnPlanGivesNothingBack } from './withdrawn-plan-gives-nothing-back.ts';
import { withdrawnPlanLosesAgreedPrice } from './withdrawn-plan-loses-agreed-price.ts';
import { withdrawnPlanNotBilledOn } from './withdrawn-plan-not-billed-on.ts';
import { withdrawnPlanOrderedAhead } from './withdrawn-plan-ordered-ahead.ts';
import { withdrawnPlanSoldADayLonger } from './withdrawn-plan-sold-a-day-longer.ts';
import { withdrawnPlanTakenByChange } from './withdrawn-plan-taken-by-change.ts';
import { withdrawnPlanWithoutName } from './withdrawn-plan-without-name.ts';
import { withdrawnWithItsVersionStillSold } from './withdrawn-with-its-version-still-sold.ts';

export const catalogDefects: readonly Defect[] = [
  newerPriceIgnored,
  latestPriceBeforeItsDay,
  newPriceADayLate,
  thirdPriceNeverFound,
  oldPriceAfterChangeBack,
  annualPlanBilledAsMonth,
  unknownPlanTakesFirst,
  lateAnnualStartBilledAsMonth,
  newerPriceWithinPeriod,
  setupFeeEachPeriod,
  setupFeeLost,
  renewalWithoutUplift,
  upliftAppliedTwice,
  upliftOnFirstPriceOnly,
  agreedPriceEndsWithTerm,
  agreedPriceIgnored,
  sameFigureInEachCurrency,
  changedPlanAtPriceOfTheFirst,
  agreedPriceByFirstLetters,
  chargeWithoutPriceIsFree,
  newVersionDropsCurrency,
  soldInAnyCurrency,
  agreedTiersGiveWay,
  runningPriceHidden,
  newestPriceListed,
  meteredChargeNeedsNoFurtherPrice,
  withdrawnPlanTakenByChange,
  withdrawnPlanSoldADayLonger,
  withdrawnPlanOrderedAhead,
  withdrawnPlanNotBilledOn,
  withdrawnPlanWithoutName,
  withdrawnPlanGivesNothingBack,
  withdrawnPlanEndsForGood,
  withdrawnPlanLosesAgreedPrice,
  agreedWithChangeIgnored,
  agreedWithChangeForEveryPlan,
  askedChangeAtListPrice,
  listShowsFirstFlatPrice,
  numberCutOffPlanCode,
  agreedPriceReachesBack,
  withdrawnWithItsVersionStillSold,
  firstDayOrderAtOldPrice,
  freeValueOfPercentageLost,
  agreedPricesPileUp,
  firstAgreedPriceOnly,
  secondWithdrawalIgnored,
  onlyLastWithdrawalKnown,
  secondFurtherCurrencyDropped,
  agreedFeeYieldsToTiers,
  agreedPriceLostUntilPeriodEnd,
  newMeterOfPlanNotForWhoHasIt,
  priceOfUndoneChangeWaits,
  versionLikeAnEarlierOneLeftOut,
  draftShownAtPriceOfToday,
  returningCustomerKeepsFirstPrice,
  withdrawnFromMonthStillSold,
];
