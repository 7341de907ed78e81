import { accountLockNotGot } from '../account-lock-not-got.ts';
import { auditEntryMissing } from '../audit-entry-missing.ts';
import { auditKeepsTheLast } from '../audit-keeps-the-last.ts';
import { auditNamesTheOwner } from '../audit-names-the-owner.ts';
import { auditWithoutBefore } from '../audit-without-before.ts';
import { billingJobsOverlap } from '../billing-jobs-overlap.ts';
import { claimsOfEverybodyRead } from '../claims-of-everybody-read.ts';
import { clerkClosesMonths } from '../clerk-closes-months.ts';
import { clerkGivesCredit } from '../clerk-gives-credit.ts';
import { clerkPostsByHand } from '../clerk-posts-by-hand.ts';
import { clerkVoidsInvoices } from '../clerk-voids-invoices.ts';
import { clerkWritesOff } from '../clerk-writes-off.ts';
import { closedMonthPostedAgain } from '../closed-month-posted-again.ts';
import { closedMonthTakesPostings } from '../closed-month-takes-postings.ts';
import { controllerIsRefused } from '../controller-is-refused.ts';
import type { Defect } from '../defect.ts';
import { deferralNeverReleased } from '../deferral-never-released.ts';
import { entityWithoutSeries } from '../entity-without-series.ts';
import { eventsWithoutOrder } from '../events-without-order.ts';
import { exportCellNotQuoted } from '../export-cell-not-quoted.ts';
import { exportDaysInUtc } from '../export-days-in-utc.ts';
import { exportDueStale } from '../export-due-stale.ts';
import { exportGroupsThousands } from '../export-groups-thousands.ts';
import { exportLeavesOutCredits } from '../export-leaves-out-credits.ts';
import { exportMomentsWithoutZone } from '../export-moments-without-zone.ts';
import { exportQuoteNotDoubled } from '../export-quote-not-doubled.ts';
import { exportRunsFormulas } from '../export-runs-formulas.ts';
import { exportShowsOnePeriod } from '../export-shows-one-period.ts';
import { exportSkipsCreditedTax } from '../export-skips-credited-tax.ts';
import { exportStopsAtHundred } from '../export-stops-at-hundred.ts';
import { exportTwoDigitsOnly } from '../export-two-digits-only.ts';
import { exportWithoutPeriods } from '../export-without-periods.ts';
import { floatNoiseRefusesPosting } from '../float-noise-refuses-posting.ts';
import { journalNotChecked } from '../journal-not-checked.ts';
import { lateRevenueInClosedMonth } from '../late-revenue-in-closed-month.ts';
import { lateRevenueLost } from '../late-revenue-lost.ts';
import { listReadsEverybody } from '../list-reads-everybody.ts';
import { lostEventNotToldAgain } from '../lost-event-not-told-again.ts';
import { numberLostByEmptyRun } from '../number-lost-by-empty-run.ts';
import { numberLostByPreview } from '../number-lost-by-preview.ts';
import { numberLostByRefusal } from '../number-lost-by-refusal.ts';
import { numbersSharedByEntities } from '../numbers-shared-by-entities.ts';
import { openMonthClosed } from '../open-month-closed.ts';
import { repeatsLookedForEverywhere } from '../repeats-looked-for-everywhere.ts';
import { revenueBeforeDiscount } from '../revenue-before-discount.ts';
import { revenueInEqualMonths } from '../revenue-in-equal-months.ts';
import { revenueRecognisedAtOnce } from '../revenue-recognised-at-once.ts';
import { revenueRemainderLost } from '../revenue-remainder-lost.ts';
import { smallDifferencePasses } from '../small-difference-passes.ts';
import { staleWriteWins } from '../stale-write-wins.ts';
import { toldAgainUnderNewIdentity } from '../told-again-under-new-identity.ts';
import { upgradeBillsEndedAgain } from '../upgrade-bills-ended-again.ts';
import { upgradeKeepsDriftedDay } from '../upgrade-keeps-drifted-day.ts';
import { upgradePostsAgain } from '../upgrade-posts-again.ts';
import { upgradeRenumbers } from '../upgrade-renumbers.ts';
import { versionNotCounted } from '../version-not-counted.ts';
import { voidedNumberGivenAgain } from '../voided-number-given-again.ts';

/** Files for others, postings, months of revenue, and work that grows too fast. */
export const bookDefects: readonly Defect[] = [
  exportShowsOnePeriod,
  exportDaysInUtc,
  exportMomentsWithoutZone,
  exportWithoutPeriods,
  exportDueStale,
  exportStopsAtHundred,
  exportLeavesOutCredits,
  exportTwoDigitsOnly,
  exportGroupsThousands,
  exportCellNotQuoted,
  exportQuoteNotDoubled,
  exportRunsFormulas,
  exportSkipsCreditedTax,
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
  claimsOfEverybodyRead,
  repeatsLookedForEverywhere,
  listReadsEverybody,
  billingJobsOverlap,
  accountLockNotGot,
  upgradeBillsEndedAgain,
  upgradeKeepsDriftedDay,
  upgradePostsAgain,
  upgradeRenumbers,
  numberLostByEmptyRun,
  numberLostByPreview,
  numberLostByRefusal,
  numbersSharedByEntities,
  entityWithoutSeries,
  voidedNumberGivenAgain,
  clerkVoidsInvoices,
  clerkWritesOff,
  clerkGivesCredit,
  clerkPostsByHand,
  clerkClosesMonths,
  controllerIsRefused,
  auditEntryMissing,
  auditWithoutBefore,
  auditNamesTheOwner,
  auditKeepsTheLast,
  staleWriteWins,
  versionNotCounted,
  toldAgainUnderNewIdentity,
  lostEventNotToldAgain,
  eventsWithoutOrder,
];
