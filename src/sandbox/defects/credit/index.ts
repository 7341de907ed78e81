import type { Defect } from '../defect.ts';
import { adjustedChargeStopsInvoicing } from './adjusted-charge-stops-invoicing.ts';
import { creditBeyondDue } from './credit-beyond-due.ts';
import { creditBeyondTheInvoice } from './credit-beyond-the-invoice.ts';
import { creditByUnroundedTax } from './credit-by-unrounded-tax.ts';
import { creditNoteRepeatedDespiteKey } from './credit-note-repeated-despite-key.ts';
import { creditNoteTakesPlannedChangeBack } from './credit-note-takes-planned-change-back.ts';
import { creditPaysSeveralInvoices } from './credit-pays-several-invoices.ts';
import { creditedRestOfMonthGivenBack } from './credited-rest-of-month-given-back.ts';
import { creditsLapseWithNextRun } from './credits-lapse-with-next-run.ts';
import { creditsOfSubscribersLapseOnly } from './credits-of-subscribers-lapse-only.ts';
import { endedCreditKeepsLastDay } from './ended-credit-keeps-last-day.ts';
import { estimateNamesOneLine } from './estimate-names-one-line.ts';
import { estimateWithoutTax } from './estimate-without-tax.ts';
import { expiredWalletSpent } from './expired-wallet-spent.ts';
import { freeChargeGivenBackInFull } from './free-charge-given-back-in-full.ts';
import { givenBackDaysCreditedAgain } from './given-back-days-credited-again.ts';
import { givenBackSeatsCountAsOne } from './given-back-seats-count-as-one.ts';
import { lastNoteLeavesACent } from './last-note-leaves-a-cent.ts';
import { lastToEndUsedFirst } from './last-to-end-used-first.ts';
import { movementOfOneAmountOnce } from './movement-of-one-amount-once.ts';
import { movementWorthCut } from './movement-worth-cut.ts';
import { newestWalletFirst } from './newest-wallet-first.ts';
import { noteAtRateOfFirstLine } from './note-at-rate-of-first-line.ts';
import { noteForAllLeavesCommitmentOut } from './note-for-all-leaves-commitment-out.ts';
import { noteGivesWhatWasGivenUp } from './note-gives-what-was-given-up.ts';
import { noteTakenBackByWhatWasGiven } from './note-taken-back-by-what-was-given.ts';
import { noteWithTodaysTax } from './note-with-todays-tax.ts';
import { notesAtOnceBothGiven } from './notes-at-once-both-given.ts';
import { oneCentStaysOpen } from './one-cent-stays-open.ts';
import { openInvoiceCreditedToBalance } from './open-invoice-credited-to-balance.ts';
import { paidInvoiceCreditLost } from './paid-invoice-credit-lost.ts';
import { partCreditedOfAnotherLine } from './part-credited-of-another-line.ts';
import { partlyCreditedChargeGivenBack } from './partly-credited-charge-given-back.ts';
import { pausedDaysNotGivenBack } from './paused-days-not-given-back.ts';
import { previewForgetsWalletBehindBalance } from './preview-forgets-wallet-behind-balance.ts';
import { previewLeavesOutNarrowWallet } from './preview-leaves-out-narrow-wallet.ts';
import { previewWithoutPrepaidCredit } from './preview-without-prepaid-credit.ts';
import { priorityIgnored } from './priority-ignored.ts';
import { prioritySortedAsText } from './priority-sorted-as-text.ts';
import { reasonOfNoteCut } from './reason-of-note-cut.ts';
import { rebillAtTodaysPrice } from './rebill-at-todays-price.ts';
import { rebillAtTodaysTax } from './rebill-at-todays-tax.ts';
import { replacedPartNotGivenBack } from './replaced-part-not-given-back.ts';
import { replacementAtFirstPrice } from './replacement-at-first-price.ts';
import { replacementForOneSeat } from './replacement-for-one-seat.ts';
import { replacementForgetsExemption } from './replacement-forgets-exemption.ts';
import { restOfCreditForgotten } from './rest-of-credit-forgotten.ts';
import { restrictedWalletLosesToFeeOrder } from './restricted-wallet-loses-to-fee-order.ts';
import { spentCreditsAtOneToOne } from './spent-credits-at-one-to-one.ts';
import { toldPriceBilledAgainWithoutCoupon } from './told-price-billed-again-without-coupon.ts';
import { toldPriceBilledAgainWithoutTax } from './told-price-billed-again-without-tax.ts';
import { topUpRepeatedDespiteKey } from './top-up-repeated-despite-key.ts';
import { unpaidPartOfCreditsGiven } from './unpaid-part-of-credits-given.ts';
import { unusedDaysCreditedTwice } from './unused-days-credited-twice.ts';
import { usedNoteStaysForEver } from './used-note-stays-for-ever.ts';
import { voidAndRefundAtOnce } from './void-and-refund-at-once.ts';
import { voidForgetsRefundThatLeftItPaid } from './void-forgets-refund-that-left-it-paid.ts';
import { voidForgetsTransferBesideCard } from './void-forgets-transfer-beside-card.ts';
import { voidGivesBackEurosOnly } from './void-gives-back-euros-only.ts';
import { voidInvoiceStillDue } from './void-invoice-still-due.ts';
import { voidKeepsPrepaidCredit } from './void-keeps-prepaid-credit.ts';
import { voidKeepsUsedCredit } from './void-keeps-used-credit.ts';
import { voidLosesThePayment } from './void-loses-the-payment.ts';
import { voidOfWhatWasGivenBack } from './void-of-what-was-given-back.ts';
import { voidRefillsOneWallet } from './void-refills-one-wallet.ts';
import { voidRefundsWhatWasRefunded } from './void-refunds-what-was-refunded.ts';
import { voidReturnsEurosToWalletsOnly } from './void-returns-euros-to-wallets-only.ts';
import { voidTwiceInParallel } from './void-twice-in-parallel.ts';
import { voidedNoteKeepsItsCredit } from './voided-note-keeps-its-credit.ts';
import { voidedPeriodBilledAgain } from './voided-period-billed-again.ts';
import { voidedServiceCredited } from './voided-service-credited.ts';
import { walletBalanceCut } from './wallet-balance-cut.ts';
import { walletForFirstOfItsCharges } from './wallet-for-first-of-its-charges.ts';
import { walletOfMonthEndLivesOn } from './wallet-of-month-end-lives-on.ts';
import { walletPaysAnyCharge } from './wallet-pays-any-charge.ts';
import { walletPaysSeveralInvoices } from './wallet-pays-several-invoices.ts';
import { wholeCreditsOnly } from './whole-credits-only.ts';
import { withdrawnAtOneToOne } from './withdrawn-at-one-to-one.ts';

export const creditDefects: readonly Defect[] = [
  pausedDaysNotGivenBack,
  replacedPartNotGivenBack,
  voidTwiceInParallel,
  voidKeepsUsedCredit,
  voidLosesThePayment,
  creditPaysSeveralInvoices,
  creditBeyondDue,
  voidInvoiceStillDue,
  voidedPeriodBilledAgain,
  voidedServiceCredited,
  rebillAtTodaysPrice,
  rebillAtTodaysTax,
  voidRefundsWhatWasRefunded,
  voidAndRefundAtOnce,
  noteWithTodaysTax,
  creditBeyondTheInvoice,
  notesAtOnceBothGiven,
  lastNoteLeavesACent,
  openInvoiceCreditedToBalance,
  paidInvoiceCreditLost,
  voidedNoteKeepsItsCredit,
  unusedDaysCreditedTwice,
  adjustedChargeStopsInvoicing,
  estimateWithoutTax,
  creditNoteRepeatedDespiteKey,
  creditByUnroundedTax,
  oneCentStaysOpen,
  restrictedWalletLosesToFeeOrder,
  creditsLapseWithNextRun,
  expiredWalletSpent,
  newestWalletFirst,
  priorityIgnored,
  walletBalanceCut,
  walletPaysSeveralInvoices,
  walletPaysAnyCharge,
  voidKeepsPrepaidCredit,
  topUpRepeatedDespiteKey,
  previewWithoutPrepaidCredit,
  movementWorthCut,
  unpaidPartOfCreditsGiven,
  voidForgetsTransferBesideCard,
  previewLeavesOutNarrowWallet,
  lastToEndUsedFirst,
  endedCreditKeepsLastDay,
  freeChargeGivenBackInFull,
  previewForgetsWalletBehindBalance,
  givenBackDaysCreditedAgain,
  prioritySortedAsText,
  toldPriceBilledAgainWithoutTax,
  replacementForOneSeat,
  replacementAtFirstPrice,
  voidGivesBackEurosOnly,
  givenBackSeatsCountAsOne,
  noteAtRateOfFirstLine,
  walletForFirstOfItsCharges,
  replacementForgetsExemption,
  toldPriceBilledAgainWithoutCoupon,
  partlyCreditedChargeGivenBack,
  restOfCreditForgotten,
  withdrawnAtOneToOne,
  voidReturnsEurosToWalletsOnly,
  partCreditedOfAnotherLine,
  creditedRestOfMonthGivenBack,
  wholeCreditsOnly,
  voidOfWhatWasGivenBack,
  creditNoteTakesPlannedChangeBack,
  voidForgetsRefundThatLeftItPaid,
  noteGivesWhatWasGivenUp,
  voidRefillsOneWallet,
  noteForAllLeavesCommitmentOut,
  creditsOfSubscribersLapseOnly,
  reasonOfNoteCut,
  noteTakenBackByWhatWasGiven,
  usedNoteStaysForEver,
  movementOfOneAmountOnce,
  spentCreditsAtOneToOne,
  estimateNamesOneLine,
  walletOfMonthEndLivesOn,
];
