import { agreedPrice } from './catalog/agreed-price.ts';
import { agreementFor } from './catalog/agreement-for.ts';
import { isSold } from './catalog/is-sold.ts';
import { isSoldIn } from './catalog/is-sold-in.ts';
import { keepsTerms } from './catalog/keeps-terms.ts';
import { missingPrices } from './catalog/missing-prices.ts';
import { priceInCurrency } from './catalog/price-in-currency.ts';
import { priceVersionInForce } from './catalog/price-version-in-force.ts';
import { printedName } from './catalog/printed-name.ts';
import { couponInForce } from './coupon/coupon-in-force.ts';
import { couponRedeemable } from './coupon/coupon-redeemable.ts';
import { couponTargets } from './coupon/coupon-targets.ts';
import { discountBase } from './coupon/discount-base.ts';
import { discountLimit } from './coupon/discount-limit.ts';
import { discountOrder } from './coupon/discount-order.ts';
import { discountTargets } from './coupon/discount-targets.ts';
import { quotedDiscounts } from './coupon/quoted-discounts.ts';
import { usesUpCoupon } from './coupon/uses-up-coupon.ts';
import { leftToCredit, settledByNote } from './credit/credit-note-amounts.ts';
import { creditToApply } from './credit/credit-to-apply.ts';
import { moneyGivenBack } from './credit/money-given-back.ts';
import { unusedCredit } from './credit/unused-credit.ts';
import { creditsBought, creditsFor, creditValue, wholeCredits } from './credit/wallet-amounts.ts';
import { isWalletFor, isWalletUsable, walletOrder } from './credit/wallet-choice.ts';
import { walletUse } from './credit/wallet-use.ts';
import { documentAmount } from './document/document-amount.ts';
import { documentPages } from './document/document-pages.ts';
import { documentTotals } from './document/document-totals.ts';
import { pdfString } from './document/pdf-string.ts';
import { printedPeriod } from './document/printed-period.ts';
import { amountDue } from './invoicing/amount-due.ts';
import { amountSettled } from './invoicing/amount-settled.ts';
import { deservesLine } from './invoicing/deserves-line.ts';
import { finalisingDay, issueDayOfDraft } from './invoicing/draft-days.ts';
import { dueDay } from './invoicing/due-day.ts';
import { invoiceNumber } from './invoicing/invoice-number.ts';
import { invoiceTotal } from './invoicing/invoice-total.ts';
import { evenedOut, exchangeDifference, isValuedOnItsDay, releasedValue } from './ledger/book-values.ts';
import { refundPostings, surplusPostings, writeOffPostings } from './ledger/collection-postings.ts';
import {
  creditNotePostings,
  creditUsePostings,
  lapsePostings,
  topUpPostings,
  voidPostings,
} from './ledger/credit-postings.ts';
import { earnedByMonth } from './ledger/earned-by-month.ts';
import { earnedWhenBooked } from './ledger/earned-when-booked.ts';
import { exchanged, isRateStale, rateInForce } from './ledger/exchange-rate.ts';
import { isBalanced } from './ledger/is-balanced.ts';
import { deferralPostings, invoicePostings, paymentPostings } from './ledger/ledger-postings.ts';
import { postingDay } from './ledger/posting-day.ts';
import { revenueOfLine } from './ledger/revenue-of-line.ts';
import { allocate, allocationOrder } from './payment/allocation.ts';
import { bookingKey, controlSum, invoiceNumbersIn, isIban, xmlText } from './payment/bank.ts';
import {
  debtAge,
  dunningLevel,
  isChargedForLateness,
  isDunned,
  isReminded,
} from './payment/dunning-level.ts';
import { gatewayAmount } from './payment/gateway-amount.ts';
import { isTriedAgain } from './payment/is-tried-again.ts';
import { lateInterest } from './payment/late-interest.ts';
import { nextAttemptDay } from './payment/next-attempt-day.ts';
import { orderKey } from './payment/order-key.ts';
import { paidPart } from './payment/paid-part.ts';
import { paymentDueDay } from './payment/payment-due-day.ts';
import { paymentRefusal } from './payment/payment-refusal.ts';
import {
  countsAsPaid,
  gatewayKey,
  mayAmendAmount,
  mayBecome,
  refundReopens,
} from './payment/payment-states.ts';
import { refundRefusal } from './payment/refund-refusal.ts';
import { csvCell, harmlessText } from './platform/csv-cell.ts';
import { deliverySignature } from './platform/delivery-signature.ts';
import { exportedAmount } from './platform/exported-amount.ts';
import { exportedPeriod } from './platform/exported-period.ts';
import { isAudited } from './platform/is-audited.ts';
import { isRequestDue } from './platform/is-request-due.ts';
import { isSameRequest } from './platform/is-same-request.ts';
import { roleAllows } from './platform/role-allows.ts';
import { advancePart } from './rating/advance-part.ts';
import { excessOverMaximum, missingToMinimum } from './rating/commitment.ts';
import { flatAmount } from './rating/flat-amount.ts';
import { netPrice } from './rating/net-price.ts';
import { packagesCharged } from './rating/packages-charged.ts';
import { percentageAmount } from './rating/percentage-amount.ts';
import { pricingDay } from './rating/pricing-day.ts';
import { prorationShare } from './rating/proration-share.ts';
import { roundToMinor } from './rating/round-to-minor.ts';
import { shareOut } from './rating/share-out.ts';
import { isWithinTier, tierUnits } from './rating/tier-units.ts';
import { unusedPart } from './rating/unused-part.ts';
import { addOnAnchor } from './subscription/add-on-anchor.ts';
import { anchorAfterChange } from './subscription/anchor-after-change.ts';
import { beginsUsagePeriod } from './subscription/begins-usage-period.ts';
import { billedThrough } from './subscription/billed-through.ts';
import { earliestEffect } from './subscription/earliest-effect.ts';
import { firstAnchor } from './subscription/first-anchor.ts';
import { firstBillDay } from './subscription/first-bill-day.ts';
import { firstDayOfChange } from './subscription/first-day-of-change.ts';
import { firstDayTakenBack } from './subscription/first-day-taken-back.ts';
import { isSetUp } from './subscription/is-set-up.ts';
import { nextPeriodEnd } from './subscription/next-period-end.ts';
import { serviceSlices } from './subscription/service-slices.ts';
import { sharedAnchor } from './subscription/shared-anchor.ts';
import { termFactor } from './subscription/term-factor.ts';
import { trialEnd } from './subscription/trial-end.ts';
import { unitsSold } from './subscription/units-sold.ts';
import { creditedTax, noteTax } from './tax/credited-tax.ts';
import { isReverseCharge } from './tax/is-reverse-charge.ts';
import { isTaxExempt } from './tax/is-tax-exempt.ts';
import { roundTaxes } from './tax/round-taxes.ts';
import { taxAmount } from './tax/tax-amount.ts';
import { taxBase } from './tax/tax-base.ts';
import { taxEngineAmount } from './tax/tax-engine-amount.ts';
import { taxPoint } from './tax/tax-point.ts';
import { taxRateInForce } from './tax/tax-rate-in-force.ts';
import { isCounted } from './usage/is-counted.ts';
import { mayOverwrite } from './usage/may-overwrite.ts';
import { meteringRules } from './usage/metering-rules.ts';
import { usageKey } from './usage/usage-key.ts';
import { usageLinePeriod } from './usage/usage-line-period.ts';
import { usageWindow } from './usage/usage-window.ts';
import { deliveryEnd } from './webhook/delivery-end.ts';
import { retryPauseMs } from './webhook/retry-pause.ts';

/** The pure decisions of the engine, one function each. A defect replaces entries of this record. */
export const standardRules = {
  nextPeriodEnd,
  dueDay,
  pricingDay,
  priceInCurrency,
  missingPrices,
  isSold,
  isSoldIn,
  documentAmount,
  printedPeriod,
  documentPages,
  documentTotals,
  pdfString,
  agreedPrice,
  agreementFor,
  termFactor,
  isSetUp,
  unusedPart,
  advancePart,
  paidPart,
  trialEnd,
  earliestEffect,
  firstDayOfChange,
  beginsUsagePeriod,
  billedThrough,
  firstAnchor,
  firstBillDay,
  firstDayTakenBack,
  anchorAfterChange,
  addOnAnchor,
  sharedAnchor,
  priceVersionInForce,
  prorationShare,
  /** The share that a preview shows; the invoice itself goes by `prorationShare`. */
  quotedShare: prorationShare,
  quotedDiscounts,
  couponRedeemable,
  couponInForce,
  couponTargets,
  usesUpCoupon,
  discountOrder,
  discountTargets,
  discountBase,
  discountLimit,
  shareOut,
  flatAmount,
  packagesCharged,
  percentageAmount,
  tierUnits,
  unitsSold,
  isWithinTier,
  missingToMinimum,
  excessOverMaximum,
  roundToMinor,
  isTaxExempt,
  isReverseCharge,
  taxRateInForce,
  taxPoint,
  taxBase,
  taxEngineAmount,
  taxAmount,
  roundTaxes,
  netPrice,
  invoiceNumber,
  invoiceTotal,
  finalisingDay,
  issueDayOfDraft,
  usageKey,
  ...meteringRules,
  usageWindow,
  deservesLine,
  usageLinePeriod,
  gatewayAmount,
  gatewayKey,
  paymentRefusal,
  mayBecome,
  countsAsPaid,
  mayAmendAmount,
  isRequestDue,
  nextAttemptDay,
  paymentDueDay,
  isDunned,
  debtAge,
  dunningLevel,
  isReminded,
  isChargedForLateness,
  lateInterest,
  refundRefusal,
  refundReopens,
  allocationOrder,
  allocate,
  amountSettled,
  invoicePostings,
  paymentPostings,
  refundPostings,
  writeOffPostings,
  surplusPostings,
  amountDue,
  creditToApply,
  creditUsePostings,
  moneyGivenBack,
  voidPostings,
  deferralPostings,
  isBalanced,
  rateInForce,
  isRateStale,
  exchanged,
  isValuedOnItsDay,
  releasedValue,
  exchangeDifference,
  evenedOut,
  roleAllows,
  isAudited,
  mayOverwrite,
  postingDay,
  revenueOfLine,
  serviceSlices,
  earnedByMonth,
  earnedWhenBooked,
  topUpPostings,
  lapsePostings,
  wholeCredits,
  creditValue,
  creditsFor,
  creditsBought,
  walletOrder,
  isWalletUsable,
  isWalletFor,
  walletUse,
  leftToCredit,
  creditedTax,
  noteTax,
  settledByNote,
  creditNotePostings,
  unusedCredit,
  keepsTerms,
  deliverySignature,
  isTriedAgain,
  retryPauseMs,
  deliveryEnd,
  isCounted,
  isSameRequest,
  printedName,
  csvCell,
  harmlessText,
  isIban,
  invoiceNumbersIn,
  bookingKey,
  controlSum,
  xmlText,
  exportedAmount,
  exportedPeriod,
  orderKey,
};

export type Rules = Readonly<typeof standardRules>;
