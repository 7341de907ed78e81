import type { Defect } from '../defect.ts';
import { accountWithLettersRefused } from './account-with-letters-refused.ts';
import { amountSetByClient } from './amount-set-by-client.ts';
import { attemptsCountedFromLast } from './attempts-counted-from-last.ts';
import { attemptsNeverEnd } from './attempts-never-end.ts';
import { badLineStopsStatement } from './bad-line-stops-statement.ts';
import { bankLinePaysThreeAtMost } from './bank-line-pays-three-at-most.ts';
import { billsPaidByBalanceDunned } from './bills-paid-by-balance-dunned.ts';
import { bookingKnownWithItsName } from './booking-known-with-its-name.ts';
import { centLostInAFloat } from './cent-lost-in-a-float.ts';
import { centTooMuchTaken } from './cent-too-much-taken.ts';
import { chargebackIgnored } from './chargeback-ignored.ts';
import { chargebackLeavesCreditOfVoid } from './chargeback-leaves-credit-of-void.ts';
import { chargebackLeavesInvoicePaid } from './chargeback-leaves-invoice-paid.ts';
import { chargebackTakesWhatCreditIsLeft } from './chargeback-takes-what-credit-is-left.ts';
import { closingKeepsPartPaidDebts } from './closing-keeps-part-paid-debts.ts';
import { collectedWithEachFile } from './collected-with-each-file.ts';
import { collectionOfFifty } from './collection-of-fifty.ts';
import { controlSumInFloats } from './control-sum-in-floats.ts';
import { controlSumWithCommas } from './control-sum-with-commas.ts';
import { creditDoesNotEndDunning } from './credit-does-not-end-dunning.ts';
import { creditFromBalanceCollected } from './credit-from-balance-collected.ts';
import { currencyOfPaymentIgnored } from './currency-of-payment-ignored.ts';
import { debtYoungAgainAfterNote } from './debt-young-again-after-note.ts';
import { decisionForAllOfOneAmount } from './decision-for-all-of-one-amount.ts';
import { declineByHandEndsRetries } from './decline-by-hand-ends-retries.ts';
import { declinedCardAskedAtEachEvent } from './declined-card-asked-at-each-event.ts';
import { declinedCountsAsPaid } from './declined-counts-as-paid.ts';
import { dollarsCollectedAsEuros } from './dollars-collected-as-euros.ts';
import { dueOnTheDayNotCollected } from './due-on-the-day-not-collected.ts';
import { dunningThresholdIgnored } from './dunning-threshold-ignored.ts';
import { eachDebtAsTheLast } from './each-debt-as-the-last.ts';
import { eachNotificationCounts } from './each-notification-counts.ts';
import { equalTransfersCountOnce } from './equal-transfers-count-once.ts';
import { everyDebitFromFirstAccount } from './every-debit-from-first-account.ts';
import { exactPaymentSettlesNothing } from './exact-payment-settles-nothing.ts';
import { firstAmpersandOnly } from './first-ampersand-only.ts';
import { firstMandateStays } from './first-mandate-stays.ts';
import { foundMoneyChangesItsCurrency } from './found-money-changes-its-currency.ts';
import { foundMoneyPaysOneInvoice } from './found-money-pays-one-invoice.ts';
import { foundMoneyPaysPaidInvoice } from './found-money-pays-paid-invoice.ts';
import { gatewayAmountIn32Bits } from './gateway-amount-in-32-bits.ts';
import { gatewayLosesCents } from './gateway-loses-cents.ts';
import { gatewayTimesHundred } from './gateway-times-hundred.ts';
import { graceAfterEachPayment } from './grace-after-each-payment.ts';
import { hardDeclineOnDueDayTriedAgain } from './hard-decline-on-due-day-tried-again.ts';
import { hardDeclineTriedAgain } from './hard-decline-tried-again.ts';
import { ibanNotVerified } from './iban-not-verified.ts';
import { interestAtWholePercent } from './interest-at-whole-percent.ts';
import { interestEndsWithAQuarter } from './interest-ends-with-a-quarter.ts';
import { interestLostWithoutAFee } from './interest-lost-without-a-fee.ts';
import { interestOf360Days } from './interest-of-360-days.ts';
import { invoiceOfNothingUnpayable } from './invoice-of-nothing-unpayable.ts';
import { invoicesOfOthersPayable } from './invoices-of-others-payable.ts';
import { lateChargesLostWithPrincipal } from './late-charges-lost-with-principal.ts';
import { lateFeeOnEachDay } from './late-fee-on-each-day.ts';
import { lateNewsBelieved } from './late-news-believed.ts';
import { lateOnTheLastDay } from './late-on-the-last-day.ts';
import { levelPassedOverUntold } from './level-passed-over-untold.ts';
import { lostRefundMadeAgain } from './lost-refund-made-again.ts';
import { moneyForSettledInvoiceRefused } from './money-for-settled-invoice-refused.ts';
import { moneyOfClosedCustomerStandsStill } from './money-of-closed-customer-stands-still.ts';
import { moneyOfOneSeriesPaysAnother } from './money-of-one-series-pays-another.ts';
import { moneyOfOtherCurrencyTurnedAway } from './money-of-other-currency-turned-away.ts';
import { nameBreaksBankFile } from './name-breaks-bank-file.ts';
import { newestDebtDecides } from './newest-debt-decides.ts';
import { newestInvoicePaidFirst } from './newest-invoice-paid-first.ts';
import { newsForTheNewestPayment } from './news-for-the-newest-payment.ts';
import { noteTakenBackStopsService } from './note-taken-back-stops-service.ts';
import { numberWithinNumber } from './number-within-number.ts';
import { onlyLevelNeedsNoThreshold } from './only-level-needs-no-threshold.ts';
import { onlySubscribersDunned } from './only-subscribers-dunned.ts';
import { overpaymentVanishes } from './overpayment-vanishes.ts';
import { paidByEqualAmount } from './paid-by-equal-amount.ts';
import { paidInvoicesDunned } from './paid-invoices-dunned.ts';
import { parallelNotificationsBothCount } from './parallel-notifications-both-count.ts';
import { partPaymentEndsDunning } from './part-payment-ends-dunning.ts';
import { partPaymentSettlesNothing } from './part-payment-settles-nothing.ts';
import { paymentLeavesACent } from './payment-leaves-a-cent.ts';
import { paymentsUnderWayForgotten } from './payments-under-way-forgotten.ts';
import { pendingCountsAsPaid } from './pending-counts-as-paid.ts';
import { pendingNewsTakenForDecline } from './pending-news-taken-for-decline.ts';
import { receiptCountedEachTime } from './receipt-counted-each-time.ts';
import { referencesCutShort } from './references-cut-short.ts';
import { refundAbovePayment } from './refund-above-payment.ts';
import { refundBookedIn32Bits } from './refund-booked-in-32-bits.ts';
import { refundForgottenAfterChargeback } from './refund-forgotten-after-chargeback.ts';
import { refundLeavesInvoicePaid } from './refund-leaves-invoice-paid.ts';
import { refundNotInBooks } from './refund-not-in-books.ts';
import { refundOfOneAmountOnce } from './refund-of-one-amount-once.ts';
import { refundOfYenTimesHundred } from './refund-of-yen-times-hundred.ts';
import { refundRepeatedDespiteKey } from './refund-repeated-despite-key.ts';
import { refundTakesPlannedEndBack } from './refund-takes-planned-end-back.ts';
import { refundsAtOnceBothPass } from './refunds-at-once-both-pass.ts';
import { remindedOnEachDay } from './reminded-on-each-day.ts';
import { sameKeyChargesTwice } from './same-key-charges-twice.ts';
import { seatsGiveServiceBack } from './seats-give-service-back.ts';
import { secondPaymentTakenForRepeat } from './second-payment-taken-for-repeat.ts';
import { serviceNotGivenBack } from './service-not-given-back.ts';
import { settledInvoicesGetPayments } from './settled-invoices-get-payments.ts';
import { silentGatewayAskedAgain } from './silent-gateway-asked-again.ts';
import { smallPartUnderWayForgotten } from './small-part-under-way-forgotten.ts';
import { smallestInvoicePaidFirst } from './smallest-invoice-paid-first.ts';
import { statementCountsEachTime } from './statement-counts-each-time.ts';
import { statementOfAnyDigitsRead } from './statement-of-any-digits-read.ts';
import { statementOfHundredLines } from './statement-of-hundred-lines.ts';
import { statementReadToTwoDigits } from './statement-read-to-two-digits.ts';
import { surplusOfLatePaymentLost } from './surplus-of-late-payment-lost.ts';
import { surplusOfPrepaidInvoiceLost } from './surplus-of-prepaid-invoice-lost.ts';
import { surplusOfReceiptLost } from './surplus-of-receipt-lost.ts';
import { threeDigitsReadAsThousands } from './three-digits-read-as-thousands.ts';
import { thresholdByLargestDebt } from './threshold-by-largest-debt.ts';
import { timeoutTakenForDecline } from './timeout-taken-for-decline.ts';
import { transferPaysThreeAtMost } from './transfer-pays-three-at-most.ts';
import { transferPaysWhatWasWrittenOff } from './transfer-pays-what-was-written-off.ts';
import { unknownMoneyDropped } from './unknown-money-dropped.ts';
import { wholeInvoiceCollected } from './whole-invoice-collected.ts';
import { wholeInvoiceWrittenOff } from './whole-invoice-written-off.ts';
import { writeOffDoesNotEndDunning } from './write-off-does-not-end-dunning.ts';
import { writeOffNotALoss } from './write-off-not-a-loss.ts';
import { writtenOffCanBePaid } from './written-off-can-be-paid.ts';

export const paymentDefects: readonly Defect[] = [
  sameKeyChargesTwice,
  secondPaymentTakenForRepeat,
  paymentLeavesACent,
  gatewayTimesHundred,
  gatewayLosesCents,
  timeoutTakenForDecline,
  silentGatewayAskedAgain,
  eachNotificationCounts,
  parallelNotificationsBothCount,
  lateNewsBelieved,
  amountSetByClient,
  invoiceOfNothingUnpayable,
  pendingCountsAsPaid,
  declinedCountsAsPaid,
  overpaymentVanishes,
  paymentsUnderWayForgotten,
  currencyOfPaymentIgnored,
  refundAbovePayment,
  refundsAtOnceBothPass,
  refundRepeatedDespiteKey,
  refundLeavesInvoicePaid,
  refundNotInBooks,
  lostRefundMadeAgain,
  chargebackLeavesInvoicePaid,
  chargebackIgnored,
  newestInvoicePaidFirst,
  invoicesOfOthersPayable,
  surplusOfReceiptLost,
  receiptCountedEachTime,
  writeOffNotALoss,
  wholeInvoiceWrittenOff,
  creditDoesNotEndDunning,
  writeOffDoesNotEndDunning,
  serviceNotGivenBack,
  lateChargesLostWithPrincipal,
  declinedCardAskedAtEachEvent,
  hardDeclineTriedAgain,
  attemptsNeverEnd,
  attemptsCountedFromLast,
  remindedOnEachDay,
  lateFeeOnEachDay,
  paidInvoicesDunned,
  lateOnTheLastDay,
  newestDebtDecides,
  partPaymentEndsDunning,
  dunningThresholdIgnored,
  interestOf360Days,
  surplusOfLatePaymentLost,
  badLineStopsStatement,
  collectedWithEachFile,
  controlSumInFloats,
  equalTransfersCountOnce,
  ibanNotVerified,
  nameBreaksBankFile,
  numberWithinNumber,
  paidByEqualAmount,
  statementCountsEachTime,
  unknownMoneyDropped,
  wholeInvoiceCollected,
  smallestInvoicePaidFirst,
  creditFromBalanceCollected,
  graceAfterEachPayment,
  debtYoungAgainAfterNote,
  settledInvoicesGetPayments,
  smallPartUnderWayForgotten,
  surplusOfPrepaidInvoiceLost,
  eachDebtAsTheLast,
  referencesCutShort,
  controlSumWithCommas,
  firstAmpersandOnly,
  dueOnTheDayNotCollected,
  transferPaysThreeAtMost,
  gatewayAmountIn32Bits,
  statementReadToTwoDigits,
  moneyOfOtherCurrencyTurnedAway,
  foundMoneyPaysOneInvoice,
  everyDebitFromFirstAccount,
  firstMandateStays,
  dollarsCollectedAsEuros,
  accountWithLettersRefused,
  refundOfYenTimesHundred,
  interestEndsWithAQuarter,
  interestLostWithoutAFee,
  declineByHandEndsRetries,
  moneyOfOneSeriesPaysAnother,
  collectionOfFifty,
  statementOfHundredLines,
  statementOfAnyDigitsRead,
  foundMoneyChangesItsCurrency,
  chargebackLeavesCreditOfVoid,
  chargebackTakesWhatCreditIsLeft,
  bookingKnownWithItsName,
  exactPaymentSettlesNothing,
  partPaymentSettlesNothing,
  centLostInAFloat,
  centTooMuchTaken,
  writtenOffCanBePaid,
  transferPaysWhatWasWrittenOff,
  thresholdByLargestDebt,
  newsForTheNewestPayment,
  refundForgottenAfterChargeback,
  refundTakesPlannedEndBack,
  moneyForSettledInvoiceRefused,
  noteTakenBackStopsService,
  threeDigitsReadAsThousands,
  seatsGiveServiceBack,
  onlySubscribersDunned,
  moneyOfClosedCustomerStandsStill,
  pendingNewsTakenForDecline,
  decisionForAllOfOneAmount,
  foundMoneyPaysPaidInvoice,
  billsPaidByBalanceDunned,
  refundOfOneAmountOnce,
  refundBookedIn32Bits,
  closingKeepsPartPaidDebts,
  hardDeclineOnDueDayTriedAgain,
  onlyLevelNeedsNoThreshold,
  bankLinePaysThreeAtMost,
  levelPassedOverUntold,
  interestAtWholePercent,
];
