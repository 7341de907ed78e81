import type { Defect } from '../defect.ts';
import { auditCutAfter255Signs } from './audit-cut-after-255-signs.ts';
import { auditEntryMissing } from './audit-entry-missing.ts';
import { auditKeepsTheLast } from './audit-keeps-the-last.ts';
import { auditNamesTheOwner } from './audit-names-the-owner.ts';
import { auditWithoutBefore } from './audit-without-before.ts';
import { badOrderHoldsUpPage } from './bad-order-holds-up-page.ts';
import { bankLeavesNoTrace } from './bank-leaves-no-trace.ts';
import { booksFileOfInvoicesOnly } from './books-file-of-invoices-only.ts';
import { clerkClosesMonths } from './clerk-closes-months.ts';
import { clerkEndsBusiness } from './clerk-ends-business.ts';
import { clerkGivesCredit } from './clerk-gives-credit.ts';
import { clerkPostsByHand } from './clerk-posts-by-hand.ts';
import { clerkRefunds } from './clerk-refunds.ts';
import { clerkVoidsInvoices } from './clerk-voids-invoices.ts';
import { clerkWritesOff } from './clerk-writes-off.ts';
import { closingTellsNobodyOfNotes } from './closing-tells-nobody-of-notes.ts';
import { controllerIsRefused } from './controller-is-refused.ts';
import { couponsLeaveNoTrace } from './coupons-leave-no-trace.ts';
import { draftToldAsInvoice } from './draft-told-as-invoice.ts';
import { emptyPageEndsImport } from './empty-page-ends-import.ts';
import { eventToldTwice } from './event-told-twice.ts';
import { eventsWithoutOrder } from './events-without-order.ts';
import { exportCellNotQuoted } from './export-cell-not-quoted.ts';
import { exportCutsLastDot } from './export-cuts-last-dot.ts';
import { exportDaysInUtc } from './export-days-in-utc.ts';
import { exportDueStale } from './export-due-stale.ts';
import { exportGroupsThousands } from './export-groups-thousands.ts';
import { exportKeepsNineDigits } from './export-keeps-nine-digits.ts';
import { exportLeavesOutCredits } from './export-leaves-out-credits.ts';
import { exportMomentsWithoutZone } from './export-moments-without-zone.ts';
import { exportQuoteNotDoubled } from './export-quote-not-doubled.ts';
import { exportRunsFormulas } from './export-runs-formulas.ts';
import { exportShowsOnePeriod } from './export-shows-one-period.ts';
import { exportSkipsCreditedTax } from './export-skips-credited-tax.ts';
import { exportStopsAtHundred } from './export-stops-at-hundred.ts';
import { exportTwoDigitsOnly } from './export-two-digits-only.ts';
import { exportWithoutCreditNotes } from './export-without-credit-notes.ts';
import { exportWithoutPeriods } from './export-without-periods.ts';
import { failedDeliveryNotRepeated } from './failed-delivery-not-repeated.ts';
import { foreignInvoiceReadable } from './foreign-invoice-readable.ts';
import { givenUpListedAsDelivered } from './given-up-listed-as-delivered.ts';
import { givenUpNotToldAgain } from './given-up-not-told-again.ts';
import { importedCustomerLivesAtHeadquarters } from './imported-customer-lives-at-headquarters.ts';
import { importedCustomerTaxedAtHome } from './imported-customer-taxed-at-home.ts';
import { importedOrderOfOne } from './imported-order-of-one.ts';
import { invoiceOfNothingUntold } from './invoice-of-nothing-untold.ts';
import { keyAloneTellsRepeats } from './key-alone-tells-repeats.ts';
import { keysOfLastTwoHundredKept } from './keys-of-last-two-hundred-kept.ts';
import { lateOrderBilledFromArrival } from './late-order-billed-from-arrival.ts';
import { laterOrderMovesTheClock } from './later-order-moves-the-clock.ts';
import { listBalanceStale } from './list-balance-stale.ts';
import { listShowsOnePeriod } from './list-shows-one-period.ts';
import { lostEventNotToldAgain } from './lost-event-not-told-again.ts';
import { nameEscapedTwice } from './name-escaped-twice.ts';
import { nameOfTheNewestOrder } from './name-of-the-newest-order.ts';
import { nameTracedAsItWas } from './name-traced-as-it-was.ts';
import { newsAfterOutageLost } from './news-after-outage-lost.ts';
import { orderBeginsWhenPlacedAtTheEarliest } from './order-begins-when-placed-at-the-earliest.ts';
import { orderOfLeftPlanImportedAgain } from './order-of-left-plan-imported-again.ts';
import { pagesCutAtFifty } from './pages-cut-at-fifty.ts';
import { pagesDropEqualDates } from './pages-drop-equal-dates.ts';
import { pdfAlwaysTwoDigits } from './pdf-always-two-digits.ts';
import { pdfDaysOfTheDayBefore } from './pdf-days-of-the-day-before.ts';
import { pdfFullPageLosesLastRow } from './pdf-full-page-loses-last-row.ts';
import { pdfLosesRowAtPageEnd } from './pdf-loses-row-at-page-end.ts';
import { pdfNameBreaksOff } from './pdf-name-breaks-off.ts';
import { pdfOfVoidInvoiceSaysNothing } from './pdf-of-void-invoice-says-nothing.ts';
import { pdfRowOnBothPages } from './pdf-row-on-both-pages.ts';
import { pdfShortPageLeftOut } from './pdf-short-page-left-out.ts';
import { pdfShowsFirstTax } from './pdf-shows-first-tax.ts';
import { pdfTotalBeforeDiscount } from './pdf-total-before-discount.ts';
import { pdfTotalIsWhatIsLeft } from './pdf-total-is-what-is-left.ts';
import { pdfWithoutDiscount } from './pdf-without-discount.ts';
import { refundToldAsPayment } from './refund-told-as-payment.ts';
import { refundTracedAsPayment } from './refund-traced-as-payment.ts';
import { replacementNotAnnounced } from './replacement-not-announced.ts';
import { requestKeysWithoutCase } from './request-keys-without-case.ts';
import { retriesAtEqualDistance } from './retries-at-equal-distance.ts';
import { secondOrderOfCustomerLost } from './second-order-of-customer-lost.ts';
import { signatureOfAnotherBody } from './signature-of-another-body.ts';
import { silentSourceSkipsPage } from './silent-source-skips-page.ts';
import { staleWriteWins } from './stale-write-wins.ts';
import { toldAgainUnderNewIdentity } from './told-again-under-new-identity.ts';
import { trailDoesNotSayWhichInvoice } from './trail-does-not-say-which-invoice.ts';
import { trailEndsWithItsYear } from './trail-ends-with-its-year.ts';
import { undecidedPaymentToldAsMoney } from './undecided-payment-told-as-money.ts';
import { upgradeDatesRefundsAsPayments } from './upgrade-dates-refunds-as-payments.ts';
import { versionNotCounted } from './version-not-counted.ts';

export const integrationDefects: readonly Defect[] = [
  pagesCutAtFifty,
  pagesDropEqualDates,
  listShowsOnePeriod,
  listBalanceStale,
  foreignInvoiceReadable,
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
  nameEscapedTwice,
  eventToldTwice,
  failedDeliveryNotRepeated,
  signatureOfAnotherBody,
  secondOrderOfCustomerLost,
  badOrderHoldsUpPage,
  silentSourceSkipsPage,
  lateOrderBilledFromArrival,
  clerkRefunds,
  pdfLosesRowAtPageEnd,
  pdfNameBreaksOff,
  pdfAlwaysTwoDigits,
  pdfTotalBeforeDiscount,
  retriesAtEqualDistance,
  givenUpListedAsDelivered,
  givenUpNotToldAgain,
  pdfShortPageLeftOut,
  booksFileOfInvoicesOnly,
  replacementNotAnnounced,
  newsAfterOutageLost,
  pdfRowOnBothPages,
  exportCutsLastDot,
  couponsLeaveNoTrace,
  auditCutAfter255Signs,
  requestKeysWithoutCase,
  emptyPageEndsImport,
  pdfDaysOfTheDayBefore,
  importedOrderOfOne,
  importedCustomerLivesAtHeadquarters,
  importedCustomerTaxedAtHome,
  pdfTotalIsWhatIsLeft,
  pdfShowsFirstTax,
  pdfOfVoidInvoiceSaysNothing,
  exportWithoutCreditNotes,
  pdfFullPageLosesLastRow,
  bankLeavesNoTrace,
  undecidedPaymentToldAsMoney,
  draftToldAsInvoice,
  clerkEndsBusiness,
  exportKeepsNineDigits,
  keyAloneTellsRepeats,
  trailDoesNotSayWhichInvoice,
  orderOfLeftPlanImportedAgain,
  laterOrderMovesTheClock,
  nameOfTheNewestOrder,
  refundToldAsPayment,
  upgradeDatesRefundsAsPayments,
  keysOfLastTwoHundredKept,
  refundTracedAsPayment,
  pdfWithoutDiscount,
  nameTracedAsItWas,
  orderBeginsWhenPlacedAtTheEarliest,
  closingTellsNobodyOfNotes,
  trailEndsWithItsYear,
  invoiceOfNothingUntold,
];
