import type { Defect } from '../defect.ts';
import { closedMonthPostedAgain } from './closed-month-posted-again.ts';
import { closedMonthTakesPostings } from './closed-month-takes-postings.ts';
import { deferralNeverReleased } from './deferral-never-released.ts';
import { expiredCreditStillOwed } from './expired-credit-still-owed.ts';
import { floatNoiseRefusesPosting } from './float-noise-refuses-posting.ts';
import { journalNotChecked } from './journal-not-checked.ts';
import { lateRevenueInClosedMonth } from './late-revenue-in-closed-month.ts';
import { lateRevenueLost } from './late-revenue-lost.ts';
import { lostAnswerPostsAgain } from './lost-answer-posts-again.ts';
import { noteNotInBooks } from './note-not-in-books.ts';
import { notePostedWithoutTax } from './note-posted-without-tax.ts';
import { openMonthClosed } from './open-month-closed.ts';
import { revenueBeforeDiscount } from './revenue-before-discount.ts';
import { revenueInEqualMonths } from './revenue-in-equal-months.ts';
import { revenueRecognisedAtOnce } from './revenue-recognised-at-once.ts';
import { revenueRemainderLost } from './revenue-remainder-lost.ts';
import { smallDifferencePasses } from './small-difference-passes.ts';
import { taxNotPostedWithDiscount } from './tax-not-posted-with-discount.ts';
import { taxPostedAsRevenue } from './tax-posted-as-revenue.ts';
import { totalRoundedWithoutEntry } from './total-rounded-without-entry.ts';
import { untakenPostingCountsAsTaken } from './untaken-posting-counts-as-taken.ts';
import { upgradePostsAgain } from './upgrade-posts-again.ts';
import { upgradeRenumbers } from './upgrade-renumbers.ts';
import { voidKeepsTheTax } from './void-keeps-the-tax.ts';
import { voidLeavesTheReceivable } from './void-leaves-the-receivable.ts';

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
];
