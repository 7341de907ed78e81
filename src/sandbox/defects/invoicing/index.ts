import type { Defect } from '../defect.ts';
import { amountOutgrowsItsColumn } from './amount-outgrows-its-column.ts';
import { askedChangeIsMade } from './asked-change-is-made.ts';
import { askedOrderByItsOwnDay } from './asked-order-by-its-own-day.ts';
import { askedOrderOfOneSeat } from './asked-order-of-one-seat.ts';
import { askedPriceOfToday } from './asked-price-of-today.ts';
import { billRunAheadIsForToday } from './bill-run-ahead-is-for-today.ts';
import { billedAgainWithoutCredit } from './billed-again-without-credit.ts';
import { chargeByHandDueAtOnce } from './charge-by-hand-due-at-once.ts';
import { chargeInAnyCurrency } from './charge-in-any-currency.ts';
import { daysKnownWithoutTheirYear } from './days-known-without-their-year.ts';
import { draftDatedAsMade } from './draft-dated-as-made.ts';
import { draftFinalADayEarly } from './draft-final-a-day-early.ts';
import { draftFinalWithoutUplift } from './draft-final-without-uplift.ts';
import { draftFinalWithoutWallet } from './draft-final-without-wallet.ts';
import { draftFinalisedTwice } from './draft-finalised-twice.ts';
import { draftLeavesItemsOpen } from './draft-leaves-items-open.ts';
import { draftNeverFinal } from './draft-never-final.ts';
import { draftNumberedByFirstCompany } from './draft-numbered-by-first-company.ts';
import { draftOfNothingInvoiced } from './draft-of-nothing-invoiced.ts';
import { draftPostedAtOnce } from './draft-posted-at-once.ts';
import { draftShownAtListPrice } from './draft-shown-at-list-price.ts';
import { draftShutsOutUsage } from './draft-shuts-out-usage.ts';
import { draftTakesANumber } from './draft-takes-a-number.ts';
import { draftWaitsFiveDaysAtMost } from './draft-waits-five-days-at-most.ts';
import { endBeforeTheStartQuotedAsABill } from './end-before-the-start-quoted-as-a-bill.ts';
import { entityWithoutSeries } from './entity-without-series.ts';
import { finalByHandDueAtOnce } from './final-by-hand-due-at-once.ts';
import { heldBillsLost } from './held-bills-lost.ts';
import { heldBillsNotAnnounced } from './held-bills-not-announced.ts';
import { lateChargeDatedAfterTheReview } from './late-charge-dated-after-the-review.ts';
import { leftWhileDraftedCreditedLater } from './left-while-drafted-credited-later.ts';
import { leftWhileHeldCreditedLater } from './left-while-held-credited-later.ts';
import { numberLostByEmptyRun } from './number-lost-by-empty-run.ts';
import { numberLostByPreview } from './number-lost-by-preview.ts';
import { numberLostByRefusal } from './number-lost-by-refusal.ts';
import { numbersSharedByEntities } from './numbers-shared-by-entities.ts';
import { previewAddsTaxesUp } from './preview-adds-taxes-up.ts';
import { previewAtListPrice } from './preview-at-list-price.ts';
import { previewBesideADraftTakesANumber } from './preview-beside-a-draft-takes-a-number.ts';
import { previewClaimsWhatItShows } from './preview-claims-what-it-shows.ts';
import { previewDropsCouponOnItsLastDay } from './preview-drops-coupon-on-its-last-day.ts';
import { previewEndsCouponAtRedeemBy } from './preview-ends-coupon-at-redeem-by.ts';
import { previewOfHeldBillsShowsOnePeriod } from './preview-of-held-bills-shows-one-period.ts';
import { previewShowsWhatWasBilled } from './preview-shows-what-was-billed.ts';
import { previewUsesUpCoupon } from './preview-uses-up-coupon.ts';
import { previewWithFirstChargeOfCoupon } from './preview-with-first-charge-of-coupon.ts';
import { previewWithoutDiscount } from './preview-without-discount.ts';
import { previewWithoutNarrowCoupon } from './preview-without-narrow-coupon.ts';
import { previewWithoutPlanCoupon } from './preview-without-plan-coupon.ts';
import { previewedCreditWithoutTax } from './previewed-credit-without-tax.ts';
import { refusedChargeTakesANumber } from './refused-charge-takes-a-number.ts';
import { repeatedRunBillsAgain } from './repeated-run-bills-again.ts';
import { replacementDatedAsTheVoid } from './replacement-dated-as-the-void.ts';
import { replacementNumberedByFirstCompany } from './replacement-numbered-by-first-company.ts';
import { replacementWithoutCredits } from './replacement-without-credits.ts';
import { runOfTwentyCustomers } from './run-of-twenty-customers.ts';
import { secondLineLeftOutIsTheNext } from './second-line-left-out-is-the-next.ts';
import { termCountedFromService } from './term-counted-from-service.ts';
import { thresholdBilledEachTime } from './threshold-billed-each-time.ts';
import { totalIgnoresDiscount } from './total-ignores-discount.ts';
import { upgradeNumbersAllAsOneSeries } from './upgrade-numbers-all-as-one-series.ts';
import { voidedNumberGivenAgain } from './voided-number-given-again.ts';

export const invoicingDefects: readonly Defect[] = [
  thresholdBilledEachTime,
  repeatedRunBillsAgain,
  totalIgnoresDiscount,
  previewWithoutDiscount,
  previewClaimsWhatItShows,
  previewShowsWhatWasBilled,
  previewUsesUpCoupon,
  termCountedFromService,
  numberLostByEmptyRun,
  numberLostByPreview,
  numberLostByRefusal,
  numbersSharedByEntities,
  entityWithoutSeries,
  voidedNumberGivenAgain,
  draftDatedAsMade,
  draftFinalADayEarly,
  draftFinalisedTwice,
  draftLeavesItemsOpen,
  draftNeverFinal,
  draftPostedAtOnce,
  draftShutsOutUsage,
  draftTakesANumber,
  amountOutgrowsItsColumn,
  secondLineLeftOutIsTheNext,
  billedAgainWithoutCredit,
  askedPriceOfToday,
  askedChangeIsMade,
  heldBillsLost,
  leftWhileDraftedCreditedLater,
  leftWhileHeldCreditedLater,
  heldBillsNotAnnounced,
  replacementWithoutCredits,
  previewWithoutNarrowCoupon,
  draftOfNothingInvoiced,
  chargeInAnyCurrency,
  billRunAheadIsForToday,
  previewAtListPrice,
  runOfTwentyCustomers,
  previewWithoutPlanCoupon,
  previewWithFirstChargeOfCoupon,
  askedOrderOfOneSeat,
  askedOrderByItsOwnDay,
  draftWaitsFiveDaysAtMost,
  previewEndsCouponAtRedeemBy,
  lateChargeDatedAfterTheReview,
  previewBesideADraftTakesANumber,
  previewDropsCouponOnItsLastDay,
  draftShownAtListPrice,
  draftFinalWithoutUplift,
  draftFinalWithoutWallet,
  chargeByHandDueAtOnce,
  finalByHandDueAtOnce,
  refusedChargeTakesANumber,
  replacementDatedAsTheVoid,
  replacementNumberedByFirstCompany,
  endBeforeTheStartQuotedAsABill,
  draftNumberedByFirstCompany,
  previewOfHeldBillsShowsOnePeriod,
  daysKnownWithoutTheirYear,
  previewedCreditWithoutTax,
  upgradeNumbersAllAsOneSeries,
  previewAddsTaxesUp,
];
