import { amountSetByClient } from './amount-set-by-client.ts';
import { chargebackIgnored } from './chargeback-ignored.ts';
import { chargebackLeavesInvoicePaid } from './chargeback-leaves-invoice-paid.ts';
import { currencyOfPaymentIgnored } from './currency-of-payment-ignored.ts';
import { declinedCountsAsPaid } from './declined-counts-as-paid.ts';
import type { Defect } from './defect.ts';
import { eachNotificationCounts } from './each-notification-counts.ts';
import { invoiceOfNothingUnpayable } from './invoice-of-nothing-unpayable.ts';
import { invoicesOfOthersPayable } from './invoices-of-others-payable.ts';
import { lateNewsBelieved } from './late-news-believed.ts';
import { lostRefundMadeAgain } from './lost-refund-made-again.ts';
import { newestInvoicePaidFirst } from './newest-invoice-paid-first.ts';
import { overpaymentVanishes } from './overpayment-vanishes.ts';
import { parallelNotificationsBothCount } from './parallel-notifications-both-count.ts';
import { paymentsUnderWayForgotten } from './payments-under-way-forgotten.ts';
import { pendingCountsAsPaid } from './pending-counts-as-paid.ts';
import { receiptCountedEachTime } from './receipt-counted-each-time.ts';
import { refundAbovePayment } from './refund-above-payment.ts';
import { refundLeavesInvoicePaid } from './refund-leaves-invoice-paid.ts';
import { refundNotInBooks } from './refund-not-in-books.ts';
import { refundRepeatedDespiteKey } from './refund-repeated-despite-key.ts';
import { refundsAtOnceBothPass } from './refunds-at-once-both-pass.ts';
import { silentGatewayAskedAgain } from './silent-gateway-asked-again.ts';
import { surplusOfReceiptLost } from './surplus-of-receipt-lost.ts';
import { timeoutTakenForDecline } from './timeout-taken-for-decline.ts';
import { wholeInvoiceWrittenOff } from './whole-invoice-written-off.ts';
import { writeOffNotALoss } from './write-off-not-a-loss.ts';

/** Of payments under way, refunds and receipts. */
export const paymentDefects: readonly Defect[] = [
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
];
