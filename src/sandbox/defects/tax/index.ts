import type { Defect } from '../defect.ts';
import { codeCountsOnce } from './code-counts-once.ts';
import { countryRateBeforeStateRate } from './country-rate-before-state-rate.ts';
import { couponAheadOfTheStartForAll } from './coupon-ahead-of-the-start-for-all.ts';
import { couponAppliedSeveralTimes } from './coupon-applied-several-times.ts';
import { couponByFirstLettersOfPlan } from './coupon-by-first-letters-of-plan.ts';
import { couponCountsDaysOfMonths } from './coupon-counts-days-of-months.ts';
import { couponLandsOnFirstLine } from './coupon-lands-on-first-line.ts';
import { couponMakesInvoiceNegative } from './coupon-makes-invoice-negative.ts';
import { couponNeverUsedUp } from './coupon-never-used-up.ts';
import { couponNotUsedByReplacement } from './coupon-not-used-by-replacement.ts';
import { couponOfAddOnCoversItsBase } from './coupon-of-add-on-covers-its-base.ts';
import { couponOutlivesItsLastDay } from './coupon-outlives-its-last-day.ts';
import { couponRedeemedAfterItsDay } from './coupon-redeemed-after-its-day.ts';
import { couponScopeIgnored } from './coupon-scope-ignored.ts';
import { couponUseCountedIn32Bits } from './coupon-use-counted-in-32-bits.ts';
import { couponsOfEqualAddOnsSwapped } from './coupons-of-equal-add-ons-swapped.ts';
import { creditAtTodaysTax } from './credit-at-todays-tax.ts';
import { creditIgnoresDiscount } from './credit-ignores-discount.ts';
import { deletedCountryTakesStatesAlong } from './deleted-country-takes-states-along.ts';
import { deletedGoodsTakeStatesAlong } from './deleted-goods-take-states-along.ts';
import { deletedTaxErasesHistory } from './deleted-tax-erases-history.ts';
import { engineAskedForToday } from './engine-asked-for-today.ts';
import { engineNotToldOfRegion } from './engine-not-told-of-region.ts';
import { engineNotToldOfVatId } from './engine-not-told-of-vat-id.ts';
import { engineToldSellerIsAtHome } from './engine-told-seller-is-at-home.ts';
import { exemptCustomerTaxed } from './exempt-customer-taxed.ts';
import { exemptOnlyWithoutVatId } from './exempt-only-without-vat-id.ts';
import { firstFiveRatesRead } from './first-five-rates-read.ts';
import { foreignVatIdAccepted } from './foreign-vat-id-accepted.ts';
import { freeMonthUsesUpCoupon } from './free-month-uses-up-coupon.ts';
import { fullDiscountLeavesTax } from './full-discount-leaves-tax.ts';
import { greekVatIdNotKnown } from './greek-vat-id-not-known.ts';
import { grossPriceTaxedAsNet } from './gross-price-taxed-as-net.ts';
import { interimBillCountsNoUse } from './interim-bill-counts-no-use.ts';
import { invoiceCouponBeforeLineCoupon } from './invoice-coupon-before-line-coupon.ts';
import { lastDayOfCouponLost } from './last-day-of-coupon-lost.ts';
import { lastInvoiceOfCouponForgotten } from './last-invoice-of-coupon-forgotten.ts';
import { lastRedemptionRaced } from './last-redemption-raced.ts';
import { lineWithoutTaxUntaxed } from './line-without-tax-untaxed.ts';
import { narrowCouponComesLast } from './narrow-coupon-comes-last.ts';
import { newerCountryRateBeatsRegion } from './newer-country-rate-beats-region.ts';
import { ratesComparedAsText } from './rates-compared-as-text.ts';
import { redemptionRepeatedDespiteKey } from './redemption-repeated-despite-key.ts';
import { redemptionsNotLimited } from './redemptions-not-limited.ts';
import { reverseChargeAtHome } from './reverse-charge-at-home.ts';
import { reverseChargeForEverybodyAbroad } from './reverse-charge-for-everybody-abroad.ts';
import { reverseChargeStillTaxed } from './reverse-charge-still-taxed.ts';
import { secondCouponOnFullPrice } from './second-coupon-on-full-price.ts';
import { secondFeeOfADayCreditedInFull } from './second-fee-of-a-day-credited-in-full.ts';
import { sharedDiscountLosesCents } from './shared-discount-loses-cents.ts';
import { silentEngineMeansNoTax } from './silent-engine-means-no-tax.ts';
import { specialRateForgetsBuyer } from './special-rate-forgets-buyer.ts';
import { stateRateDeletesThatOfItsCountry } from './state-rate-deletes-that-of-its-country.ts';
import { taxAnswerOfAnotherState } from './tax-answer-of-another-state.ts';
import { taxAnswersByPosition } from './tax-answers-by-position.ts';
import { taxBaseThroughAFloat } from './tax-base-through-a-float.ts';
import { taxBaseTruncated } from './tax-base-truncated.ts';
import { taxByDayOfInvoice } from './tax-by-day-of-invoice.ts';
import { taxCategoryIgnored } from './tax-category-ignored.ts';
import { taxCutToTheCent } from './tax-cut-to-the-cent.ts';
import { taxOfInvoiceRoundedByRate } from './tax-of-invoice-rounded-by-rate.ts';
import { taxOnPriceBeforeDiscount } from './tax-on-price-before-discount.ts';
import { taxOnTopOfGrossPrice } from './tax-on-top-of-gross-price.ts';
import { taxRateBeforeItsDay } from './tax-rate-before-its-day.ts';
import { taxRoundedOnceForTheInvoice } from './tax-rounded-once-for-the-invoice.ts';
import { vatIdNamesTheCountry } from './vat-id-names-the-country.ts';
import { vatIdWithoutLettersAtTheEnd } from './vat-id-without-letters-at-the-end.ts';
import { voidKeepsCouponUsed } from './void-keeps-coupon-used.ts';
import { waitingInvoiceForgotten } from './waiting-invoice-forgotten.ts';

export const taxDefects: readonly Defect[] = [
  couponAppliedSeveralTimes,
  couponLandsOnFirstLine,
  taxOnPriceBeforeDiscount,
  taxBaseTruncated,
  taxRateBeforeItsDay,
  lastRedemptionRaced,
  redemptionsNotLimited,
  redemptionRepeatedDespiteKey,
  couponRedeemedAfterItsDay,
  couponOutlivesItsLastDay,
  lastDayOfCouponLost,
  couponNeverUsedUp,
  freeMonthUsesUpCoupon,
  voidKeepsCouponUsed,
  couponsOfEqualAddOnsSwapped,
  couponScopeIgnored,
  secondCouponOnFullPrice,
  invoiceCouponBeforeLineCoupon,
  couponMakesInvoiceNegative,
  sharedDiscountLosesCents,
  fullDiscountLeavesTax,
  creditIgnoresDiscount,
  creditAtTodaysTax,
  taxByDayOfInvoice,
  taxOnTopOfGrossPrice,
  grossPriceTaxedAsNet,
  reverseChargeStillTaxed,
  reverseChargeForEverybodyAbroad,
  foreignVatIdAccepted,
  reverseChargeAtHome,
  exemptCustomerTaxed,
  countryRateBeforeStateRate,
  taxCategoryIgnored,
  taxRoundedOnceForTheInvoice,
  taxCutToTheCent,
  deletedTaxErasesHistory,
  taxBaseThroughAFloat,
  couponByFirstLettersOfPlan,
  greekVatIdNotKnown,
  exemptOnlyWithoutVatId,
  lineWithoutTaxUntaxed,
  silentEngineMeansNoTax,
  taxAnswersByPosition,
  interimBillCountsNoUse,
  waitingInvoiceForgotten,
  newerCountryRateBeatsRegion,
  codeCountsOnce,
  narrowCouponComesLast,
  couponNotUsedByReplacement,
  firstFiveRatesRead,
  engineNotToldOfRegion,
  engineNotToldOfVatId,
  engineToldSellerIsAtHome,
  engineAskedForToday,
  taxAnswerOfAnotherState,
  deletedGoodsTakeStatesAlong,
  stateRateDeletesThatOfItsCountry,
  deletedCountryTakesStatesAlong,
  vatIdWithoutLettersAtTheEnd,
  lastInvoiceOfCouponForgotten,
  vatIdNamesTheCountry,
  couponOfAddOnCoversItsBase,
  secondFeeOfADayCreditedInFull,
  couponAheadOfTheStartForAll,
  couponCountsDaysOfMonths,
  taxOfInvoiceRoundedByRate,
  couponUseCountedIn32Bits,
  ratesComparedAsText,
  specialRateForgetsBuyer,
];
