import type { Procedures } from '../engine.ts';
import { findAnswer } from '../store/answers.ts';
import { insertAudit } from '../store/audit.ts';
import { insertCoupon } from '../store/coupons.ts';
import { saveReview, takeDraft } from '../store/drafts.ts';
import { ratesOf } from '../store/exchange.ts';
import { givenBackOf } from '../store/given-back.ts';
import { billedTerms } from '../store/invoice-lines.ts';
import { invoiceById } from '../store/invoices.ts';
import { deleteTaxRate, sellerOf, taxRatesOf } from '../store/taxes.ts';
import { loseDeliveries } from '../store/webhooks.ts';
import { countCouponUses, returnCouponUses } from './coupon/count-coupon-uses.ts';
import { claimRedemption, redeemCoupon } from './coupon/redeem-coupon.ts';
import { redeemDiscount } from './coupon/redeem-discount.ts';
import { applyBalance, availableBalance } from './credit/apply-balance.ts';
import { issueCreditNote } from './credit/issue-credit-note.ts';
import { keepSurplus } from './credit/keep-surplus.ts';
import { moneyKept } from './credit/money-kept.ts';
import { expireWallets, openWallet, topUpWallet, withdrawCredits } from './credit/move-wallet.ts';
import { nextCreditNoteNumber } from './credit/next-credit-note-number.ts';
import { quotedCredit } from './credit/quoted-credit.ts';
import { reclaimCredit } from './credit/reclaim-credit.ts';
import { returnCredits } from './credit/return-credits.ts';
import { spendWallets, walletHoldings } from './credit/spend-wallets.ts';
import { unusedCreditLeft } from './credit/unused-credit-left.ts';
import { voidCreditNote } from './credit/void-credit-note.ts';
import { billCustomer } from './invoicing/bill-customer.ts';
import { billReached, runningUsage, setThresholds } from './invoicing/bill-reached.ts';
import { chargeByHand } from './invoicing/charge-by-hand.ts';
import { claimItems } from './invoicing/claim-items.ts';
import { creditedBefore, draftCreditNote } from './invoicing/draft-credit-note.ts';
import { draftContent, finaliseDraft, finaliseDue, holdDraft, mustWait } from './invoicing/drafts.ts';
import { holdInvoices, releaseInvoices } from './invoicing/hold.ts';
import { issueInvoice } from './invoicing/issue-invoice.ts';
import { assignToEntity, createLegalEntity } from './invoicing/legal-entities.ts';
import { nextInvoiceNumber } from './invoicing/next-invoice-number.ts';
import { pageInvoices } from './invoicing/page-invoices.ts';
import { quoteAct } from './invoicing/quote-act.ts';
import { quoteInvoice } from './invoicing/quote-invoice.ts';
import { linesToRebill, rebill } from './invoicing/rebill.ts';
import { runBills } from './invoicing/run-bills.ts';
import { voidInvoice } from './invoicing/void-invoice.ts';
import { closePeriod } from './ledger/close-period.ts';
import { deferRevenue } from './ledger/defer-revenue.ts';
import { rateOfDay, requireRate, setExchangeRate } from './ledger/exchange-rates.ts';
import { postJournal } from './ledger/post-journal.ts';
import { postLedger } from './ledger/post-ledger.ts';
import { revenueSchedule } from './ledger/revenue-schedule.ts';
import { valuePosting } from './ledger/value-posting.ts';
import { amendPayment } from './payment/amend-payment.ts';
import { askForRefund } from './payment/ask-for-refund.ts';
import { askGateway } from './payment/ask-gateway.ts';
import { invoicesToCollect, signMandate, writeCollection } from './payment/bank-collection.ts';
import {
  applyCash,
  bookLine,
  claimBooking,
  importStatement,
  matchBooking,
} from './payment/bank-statement.ts';
import { beginPayment } from './payment/begin-payment.ts';
import { beginRefund } from './payment/begin-refund.ts';
import { chargeLateness } from './payment/charge-lateness.ts';
import { claimOutcome } from './payment/claim-outcome.ts';
import { collectDue } from './payment/collect-due.ts';
import { debtsOf, dun, setAccess, setLevel } from './payment/dun.ts';
import { endRefund } from './payment/end-refund.ts';
import { followOutcome } from './payment/follow-outcome.ts';
import { pay } from './payment/pay.ts';
import { invoicesToPay, receiveMoney } from './payment/receive-money.ts';
import { receiveNotification } from './payment/receive-notification.ts';
import { reconcilePayment } from './payment/reconcile-payment.ts';
import { refund } from './payment/refund.ts';
import { takeAnswer } from './payment/take-answer.ts';
import { writeOff } from './payment/write-off.ts';
import { advanceClock } from './platform/advance-clock.ts';
import { doDayWork } from './platform/do-day-work.ts';
import { emitEvent } from './platform/emit-event.ts';
import { exportRows } from './platform/export-rows.ts';
import { fetchOrders } from './platform/fetch-orders.ts';
import { handOver, handOverPostings } from './platform/hand-over-postings.ts';
import { importOrder } from './platform/import-order.ts';
import { importOrders } from './platform/import-orders.ts';
import { nextEventNumber, redeliver } from './platform/redeliver.ts';
import { upgradeData, upgradeInvoice, upgradeSubscription } from './platform/upgrade-data.ts';
import { cancel } from './subscription/cancel.ts';
import { cancelRunningPeriod } from './subscription/cancel-running-period.ts';
import { changeBillDay } from './subscription/change-bill-day.ts';
import { changePlan } from './subscription/change-plan.ts';
import { changeQuantity } from './subscription/change-quantity.ts';
import { closeCustomer, endAllServices, settleUnpaid } from './subscription/close-customer.ts';
import { listFees } from './subscription/list-fees.ts';
import { pause } from './subscription/pause.ts';
import { planWallets, settleableParts } from './subscription/plan-wallets.ts';
import { renameCustomer } from './subscription/rename-customer.ts';
import { resume } from './subscription/resume.ts';
import { subscribe } from './subscription/subscribe.ts';
import { undo } from './subscription/undo.ts';
import { withdrawPlan } from './subscription/withdraw-plan.ts';
import { assessTax } from './tax/assess-tax.ts';
import { askTaxEngine, gatherTax, knownTax } from './tax/tax-engine.ts';
import { usageProcedures } from './usage/usage-procedures.ts';

export const standardProcedures: Procedures = {
  advanceClock,
  answerBefore: findAnswer,
  redeemDiscount,
  createCoupon: insertCoupon,
  redeemCoupon,
  claimRedemption,
  countCouponUses,
  returnCouponUses,
  subscribe,
  cancelRunningPeriod,
  changeBillDay,
  changePlan,
  changeQuantity,
  pause,
  resume,
  cancel,
  undo,
  ...usageProcedures,
  setThresholds,
  billReached,
  runningUsage,
  runBills,
  billCustomer,
  claimItems,
  issueInvoice,
  setReview: saveReview,
  mustWait,
  holdDraft,
  draftContent,
  finaliseDraft,
  claimDraft: takeDraft,
  finaliseDue,
  closeCustomer,
  endAllServices,
  settleUnpaid,
  holdInvoices,
  releaseInvoices,
  listFees,
  withdrawPlan,
  quoteAct,
  quoteInvoice,
  readInvoice: invoiceById,
  pageInvoices,
  pay,
  beginPayment,
  askGateway,
  takeAnswer,
  reconcilePayment,
  receiveNotification,
  claimOutcome,
  followOutcome,
  amendPayment,
  readSeller: sellerOf,
  readTaxRates: taxRatesOf,
  assessTax,
  gatherTax,
  askTaxEngine,
  knownTax,
  readBilledTerms: billedTerms,
  deleteTaxRate,
  doDayWork,
  collectDue,
  dun,
  debtsOf,
  chargeLateness,
  chargeByHand,
  setLevel,
  setAccess,
  refund,
  beginRefund,
  askForRefund,
  endRefund,
  receiveMoney,
  invoicesToPay,
  keepSurplus,
  signMandate,
  writeCollection,
  invoicesToCollect,
  importStatement,
  bookLine,
  claimBooking,
  matchBooking,
  applyCash,
  writeOff,
  postLedger,
  setExchangeRate,
  readRates: ratesOf,
  rateOfDay,
  requireRate,
  valuePosting,
  emitEvent,
  exportRows,
  redeliver,
  loseDeliveries,
  nextEventNumber,
  recordAudit: insertAudit,
  renameCustomer,
  nextInvoiceNumber,
  nextCreditNoteNumber,
  createLegalEntity,
  assignToEntity,
  upgradeData,
  upgradeSubscription,
  upgradeInvoice,
  voidInvoice,
  openWallet,
  topUpWallet,
  withdrawCredits,
  walletHoldings,
  planWallets,
  settleableParts,
  spendWallets,
  expireWallets,
  issueCreditNote,
  draftCreditNote,
  quoteCreditNote: draftCreditNote,
  creditedBefore,
  givenBackBefore: givenBackOf,
  voidCreditNote,
  unusedCreditLeft,
  moneyKept,
  returnCredits,
  reclaimCredit,
  rebill,
  linesToRebill,
  availableBalance,
  applyBalance,
  quotedCredit,
  importOrders,
  fetchOrders,
  importOrder,
  handOverPostings,
  handOver,
  postJournal,
  closePeriod,
  deferRevenue,
  revenueSchedule,
};
