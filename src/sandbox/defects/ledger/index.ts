import type { Defect } from '../defect.ts';
import { accountingToldAllInEuros } from './accounting-told-all-in-euros.ts';
import { accountingToldTaxAsRevenue } from './accounting-told-tax-as-revenue.ts';
import { balanceUseBookedOnDueDay } from './balance-use-booked-on-due-day.ts';
import { booksKeptInCents } from './books-kept-in-cents.ts';
import { centsStayOwedInBooks } from './cents-stay-owed-in-books.ts';
import { chargeBookedForItsDay } from './charge-booked-for-its-day.ts';
import { closedMonthPostedAgain } from './closed-month-posted-again.ts';
import { closedMonthTakesPostings } from './closed-month-takes-postings.ts';
import { creditValuedOnItsDay } from './credit-valued-on-its-day.ts';
import { deferralNeverReleased } from './deferral-never-released.ts';
import { differenceDatedAsItsInvoice } from './difference-dated-as-its-invoice.ts';
import { draftValuedAtFirstOfMonth } from './draft-valued-at-first-of-month.ts';
import { entryValuedAtFirstOfItsMonth } from './entry-valued-at-first-of-its-month.ts';
import { everyCurrencyHasCents } from './every-currency-has-cents.ts';
import { expiredCreditStillOwed } from './expired-credit-still-owed.ts';
import { firstRateForEver } from './first-rate-for-ever.ts';
import { floatNoiseRefusesPosting } from './float-noise-refuses-posting.ts';
import { gainBookedAsLoss } from './gain-booked-as-loss.ts';
import { journalNotChecked } from './journal-not-checked.ts';
import { lastDayPostedIntoNextMonth } from './last-day-posted-into-next-month.ts';
import { lastDayReversalsCloseLate } from './last-day-reversals-close-late.ts';
import { lastMonthOfYearStaysDeferred } from './last-month-of-year-stays-deferred.ts';
import { lateRevenueInClosedMonth } from './late-revenue-in-closed-month.ts';
import { lateRevenueLost } from './late-revenue-lost.ts';
import { latestRateForEveryDay } from './latest-rate-for-every-day.ts';
import { lostAnswerPostsAgain } from './lost-answer-posts-again.ts';
import { missingRateIsOne } from './missing-rate-is-one.ts';
import { moneyBookedOnTheFirst } from './money-booked-on-the-first.ts';
import { monthOpenWhilePaymentUndecided } from './month-open-while-payment-undecided.ts';
import { newestRateToAnywhere } from './newest-rate-to-anywhere.ts';
import { noteEndNotInOtherBooks } from './note-end-not-in-other-books.ts';
import { noteEndTakesFirstNoteOutOfBooks } from './note-end-takes-first-note-out-of-books.ts';
import { noteLeavesCentsInBooks } from './note-leaves-cents-in-books.ts';
import { noteNotInBooks } from './note-not-in-books.ts';
import { notePostedWithoutTax } from './note-posted-without-tax.ts';
import { noteTakenBackOnItsOwnDay } from './note-taken-back-on-its-own-day.ts';
import { oldMonthOpensLaterOnes } from './old-month-opens-later-ones.ts';
import { openMonthClosed } from './open-month-closed.ts';
import { paymentAtInvoiceRate } from './payment-at-invoice-rate.ts';
import { rateOfFourDigits } from './rate-of-four-digits.ts';
import { rateTurnedOver } from './rate-turned-over.ts';
import { refundValuedAsItsInvoice } from './refund-valued-as-its-invoice.ts';
import { revenueBeforeDiscount } from './revenue-before-discount.ts';
import { revenueInEqualMonths } from './revenue-in-equal-months.ts';
import { revenueOfOneSeat } from './revenue-of-one-seat.ts';
import { revenueOfOneYearOnly } from './revenue-of-one-year-only.ts';
import { revenueRecognisedAtOnce } from './revenue-recognised-at-once.ts';
import { revenueRemainderLost } from './revenue-remainder-lost.ts';
import { signsOfJournalDropped } from './signs-of-journal-dropped.ts';
import { smallDifferencePasses } from './small-difference-passes.ts';
import { staleRateUsed } from './stale-rate-used.ts';
import { surplusBookedAsFloat } from './surplus-booked-as-float.ts';
import { taxNotPostedWithDiscount } from './tax-not-posted-with-discount.ts';
import { taxPostedAsRevenue } from './tax-posted-as-revenue.ts';
import { toldPriceEarnedWithItsTax } from './told-price-earned-with-its-tax.ts';
import { totalRoundedWithoutEntry } from './total-rounded-without-entry.ts';
import { untakenPostingCountsAsTaken } from './untaken-posting-counts-as-taken.ts';
import { upgradePostsAgain } from './upgrade-posts-again.ts';
import { upgradeRenumbers } from './upgrade-renumbers.ts';
import { valuesOutOfBalance } from './values-out-of-balance.ts';
import { voidAtRateOfItsDay } from './void-at-rate-of-its-day.ts';
import { voidKeepsTheTax } from './void-keeps-the-tax.ts';
import { voidLeavesBadDebt } from './void-leaves-bad-debt.ts';
import { voidLeavesDeferredRevenue } from './void-leaves-deferred-revenue.ts';
import { voidLeavesTheReceivable } from './void-leaves-the-receivable.ts';
import { voidTakesBackDeferredOnly } from './void-takes-back-deferred-only.ts';
import { voidTakesBackOneTax } from './void-takes-back-one-tax.ts';
import { writeOffAtRateOfItsDay } from './write-off-at-rate-of-its-day.ts';
import { writeOffIntoClosedMonth } from './write-off-into-closed-month.ts';

export const ledgerDefects: readonly Defect[] = [
  voidLeavesTheReceivable,
  voidKeepsTheTax,
  notePostedWithoutTax,
  noteNotInBooks,
  expiredCreditStillOwed,
  taxNotPostedWithDiscount,
  taxPostedAsRevenue,
  totalRoundedWithoutEntry,
  floatNoiseRefusesPosting,
  smallDifferencePasses,
  journalNotChecked,
  revenueRecognisedAtOnce,
  revenueInEqualMonths,
  revenueRemainderLost,
  revenueBeforeDiscount,
  lateRevenueLost,
  lateRevenueInClosedMonth,
  deferralNeverReleased,
  closedMonthPostedAgain,
  closedMonthTakesPostings,
  openMonthClosed,
  upgradePostsAgain,
  upgradeRenumbers,
  lostAnswerPostsAgain,
  untakenPostingCountsAsTaken,
  centsStayOwedInBooks,
  everyCurrencyHasCents,
  firstRateForEver,
  gainBookedAsLoss,
  latestRateForEveryDay,
  missingRateIsOne,
  paymentAtInvoiceRate,
  rateOfFourDigits,
  rateTurnedOver,
  staleRateUsed,
  valuesOutOfBalance,
  voidAtRateOfItsDay,
  oldMonthOpensLaterOnes,
  voidLeavesBadDebt,
  creditValuedOnItsDay,
  signsOfJournalDropped,
  revenueOfOneYearOnly,
  voidTakesBackOneTax,
  voidLeavesDeferredRevenue,
  toldPriceEarnedWithItsTax,
  revenueOfOneSeat,
  newestRateToAnywhere,
  booksKeptInCents,
  accountingToldAllInEuros,
  accountingToldTaxAsRevenue,
  writeOffAtRateOfItsDay,
  voidTakesBackDeferredOnly,
  noteTakenBackOnItsOwnDay,
  refundValuedAsItsInvoice,
  writeOffIntoClosedMonth,
  draftValuedAtFirstOfMonth,
  moneyBookedOnTheFirst,
  chargeBookedForItsDay,
  noteLeavesCentsInBooks,
  differenceDatedAsItsInvoice,
  noteEndNotInOtherBooks,
  entryValuedAtFirstOfItsMonth,
  monthOpenWhilePaymentUndecided,
  noteEndTakesFirstNoteOutOfBooks,
  balanceUseBookedOnDueDay,
  lastDayPostedIntoNextMonth,
  lastMonthOfYearStaysDeferred,
  lastDayReversalsCloseLate,
  surplusBookedAsFloat,
];
