import { addOnAnchor } from './add-on-anchor.ts';
import { advancePart } from './advance-part.ts';
import { agreedPrice } from './agreed-price.ts';
import { allocate, allocationOrder } from './allocation.ts';
import { amountDue } from './amount-due.ts';
import { amountSettled } from './amount-settled.ts';
import { anchorAfterChange } from './anchor-after-change.ts';
import { bookingKey, controlSum, invoiceNumbersIn, isIban, xmlText } from './bank.ts';
import { evenedOut, exchangeDifference, isValuedOnItsDay, releasedValue } from './book-values.ts';
import { refundPostings, surplusPostings, writeOffPostings } from './collection-postings.ts';
import { excessOverMaximum, missingToMinimum } from './commitment.ts';
import { couponInForce } from './coupon-in-force.ts';
import { couponRedeemable } from './coupon-redeemable.ts';
import { couponTargets } from './coupon-targets.ts';
import { leftToCredit, settledByNote } from './credit-note-amounts.ts';
import {
  creditNotePostings,
  creditUsePostings,
  lapsePostings,
  topUpPostings,
  voidPostings,
} from './credit-postings.ts';
import { creditToApply } from './credit-to-apply.ts';
import { creditedTax, noteTax } from './credited-tax.ts';
import { csvCell, harmlessText } from './csv-cell.ts';
import { deliverySignature } from './delivery-signature.ts';
import { deservesLine } from './deserves-line.ts';
import { discountBase } from './discount-base.ts';
import { discountLimit } from './discount-limit.ts';
import { discountOrder } from './discount-order.ts';
import { discountTargets } from './discount-targets.ts';
import { finalisingDay, issueDayOfDraft } from './draft-days.ts';
import { dueDay } from './due-day.ts';
import { debtAge, dunningLevel, isChargedForLateness, isDunned, isReminded } from './dunning-level.ts';
import { earliestEffect } from './earliest-effect.ts';
import { earnedByMonth } from './earned-by-month.ts';
import { earnedWhenBooked } from './earned-when-booked.ts';
import { exchanged, isRateStale, rateInForce } from './exchange-rate.ts';
import { exportedAmount } from './exported-amount.ts';
import { exportedPeriod } from './exported-period.ts';
import { firstAnchor } from './first-anchor.ts';
import { firstDayOfChange } from './first-day-of-change.ts';
import { flatAmount } from './flat-amount.ts';
import { gatewayAmount } from './gateway-amount.ts';
import { invoiceNumber } from './invoice-number.ts';
import { invoiceTotal } from './invoice-total.ts';
import { isAudited } from './is-audited.ts';
import { isBalanced } from './is-balanced.ts';
import { isCounted } from './is-counted.ts';
import { isRequestDue } from './is-request-due.ts';
import { isReverseCharge } from './is-reverse-charge.ts';
import { isSetUp } from './is-set-up.ts';
import { isTaxExempt } from './is-tax-exempt.ts';
import { isTriedAgain } from './is-tried-again.ts';
import { keepsTerms } from './keeps-terms.ts';
import { lateInterest } from './late-interest.ts';
import { deferralPostings, invoicePostings, paymentPostings } from './ledger-postings.ts';
import { mayOverwrite } from './may-overwrite.ts';
import { meteringRules } from './metering-rules.ts';
import { moneyGivenBack } from './money-given-back.ts';
import { netPrice } from './net-price.ts';
import { nextAttemptDay } from './next-attempt-day.ts';
import { nextPeriodEnd } from './next-period-end.ts';
import { orderKey } from './order-key.ts';
import { packagesCharged } from './packages-charged.ts';
import { paidPart } from './paid-part.ts';
import { paymentDueDay } from './payment-due-day.ts';
import { paymentRefusal } from './payment-refusal.ts';
import { countsAsPaid, gatewayKey, mayAmendAmount, mayBecome, refundReopens } from './payment-states.ts';
import { percentageAmount } from './percentage-amount.ts';
import { postingDay } from './posting-day.ts';
import { priceInCurrency } from './price-in-currency.ts';
import { priceVersionInForce } from './price-version-in-force.ts';
import { pricingDay } from './pricing-day.ts';
import { printedName } from './printed-name.ts';
import { prorationShare } from './proration-share.ts';
import { quotedDiscounts } from './quoted-discounts.ts';
import { refundRefusal } from './refund-refusal.ts';
import { revenueOfLine } from './revenue-of-line.ts';
import { roleAllows } from './role-allows.ts';
import { roundTaxes } from './round-taxes.ts';
import { roundToMinor } from './round-to-minor.ts';
import { serviceSlices } from './service-slices.ts';
import { shareOut } from './share-out.ts';
import { taxAmount } from './tax-amount.ts';
import { taxBase } from './tax-base.ts';
import { taxEngineAmount } from './tax-engine-amount.ts';
import { taxPoint } from './tax-point.ts';
import { taxRateInForce } from './tax-rate-in-force.ts';
import { termFactor } from './term-factor.ts';
import { isWithinTier, tierUnits } from './tier-units.ts';
import { trialEnd } from './trial-end.ts';
import { unitsSold } from './units-sold.ts';
import { unusedCredit } from './unused-credit.ts';
import { unusedPart } from './unused-part.ts';
import { usageKey } from './usage-key.ts';
import { usageLinePeriod } from './usage-line-period.ts';
import { usageWindow } from './usage-window.ts';
import { usesUpCoupon } from './uses-up-coupon.ts';
import { creditsFor, creditValue, wholeCredits } from './wallet-amounts.ts';
import { isWalletFor, isWalletUsable, walletOrder } from './wallet-choice.ts';
import { walletUse } from './wallet-use.ts';

/** The pure decisions of the engine, one function each. A defect replaces entries of this record. */
export const standardRules = {
  nextPeriodEnd,
  dueDay,
  pricingDay,
  priceInCurrency,
  agreedPrice,
  termFactor,
  isSetUp,
  unusedPart,
  advancePart,
  paidPart,
  trialEnd,
  earliestEffect,
  firstDayOfChange,
  firstAnchor,
  anchorAfterChange,
  addOnAnchor,
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
  isCounted,
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
