import type { Defect } from '../defect.ts';
import { allDayCommitmentFirst } from './all-day-commitment-first.ts';
import { amountsRoundedDown } from './amounts-rounded-down.ts';
import { begunBlockNotCharged } from './begun-block-not-charged.ts';
import { begunPackageNotCharged } from './begun-package-not-charged.ts';
import { blocksHoldWholeUnits } from './blocks-hold-whole-units.ts';
import { firstUnitOfTierAtOldPrice } from './first-unit-of-tier-at-old-price.ts';
import { flatFeeTimesQuantity } from './flat-fee-times-quantity.ts';
import { fullPackageOpensAnother } from './full-package-opens-another.ts';
import { includedUnitsCharged } from './included-units-charged.ts';
import { interimBilledAgainAtEnd } from './interim-billed-again-at-end.ts';
import { interimBillsTheMinimum } from './interim-bills-the-minimum.ts';
import { maximumIgnored } from './maximum-ignored.ts';
import { minimumNotCharged } from './minimum-not-charged.ts';
import { minimumNotProrated } from './minimum-not-prorated.ts';
import { minimumOfAnotherPeriod } from './minimum-of-another-period.ts';
import { minimumOnTopOfUsage } from './minimum-on-top-of-usage.ts';
import { overageAtUsualPrice } from './overage-at-usual-price.ts';
import { overageNeverCheaper } from './overage-never-cheaper.ts';
import { packagesCountedAsFloats } from './packages-counted-as-floats.ts';
import { roundAmountReadWithoutExponent } from './round-amount-read-without-exponent.ts';
import { secondThresholdIgnored } from './second-threshold-ignored.ts';
import { shortMonthIsNoMonth } from './short-month-is-no-month.ts';
import { thirtyDaysOverLengthOfMonth } from './thirty-days-over-length-of-month.ts';
import { thresholdAtListPrice } from './threshold-at-list-price.ts';
import { thresholdByGreenwich } from './threshold-by-greenwich.ts';
import { thresholdMustBeExceeded } from './threshold-must-be-exceeded.ts';
import { thresholdsInWholeMoney } from './thresholds-in-whole-money.ts';
import { tierBoundExclusive } from './tier-bound-exclusive.ts';
import { tierByWholeUnits } from './tier-by-whole-units.ts';
import { usageLineOnLastDay } from './usage-line-on-last-day.ts';
import { voidForgetsInterim } from './void-forgets-interim.ts';

export const ratingDefects: readonly Defect[] = [
  includedUnitsCharged,
  begunBlockNotCharged,
  minimumOfAnotherPeriod,
  minimumNotProrated,
  minimumOnTopOfUsage,
  overageAtUsualPrice,
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
  interimBilledAgainAtEnd,
  interimBillsTheMinimum,
  secondThresholdIgnored,
  thresholdMustBeExceeded,
  voidForgetsInterim,
  allDayCommitmentFirst,
  packagesCountedAsFloats,
  shortMonthIsNoMonth,
  blocksHoldWholeUnits,
  overageNeverCheaper,
  thresholdsInWholeMoney,
  thresholdAtListPrice,
  thresholdByGreenwich,
  roundAmountReadWithoutExponent,
  thirtyDaysOverLengthOfMonth,
];
