import type { Procedures } from '../engine.ts';
import { findAnswer } from '../store/answers.ts';
import { insertAudit } from '../store/audit.ts';
import { insertCoupon } from '../store/coupons.ts';
import { saveReview, takeDraft } from '../store/drafts.ts';
import { ratesOf } from '../store/exchange.ts';
import { billedTerms } from '../store/invoice-lines.ts';
import { invoiceById } from '../store/invoices.ts';
import { deleteTaxRate, sellerOf, taxRatesOf } from '../store/taxes.ts';
import { loseDeliveries } from '../store/webhooks.ts';
import { advanceClock } from './advance-clock.ts';
import { amendPayment } from './amend-payment.ts';
import { applyBalance, availableBalance } from './apply-balance.ts';
import { askForRefund } from './ask-for-refund.ts';
import { askGateway } from './ask-gateway.ts';
import { assessTax } from './assess-tax.ts';
import { invoicesToCollect, signMandate, writeCollection } from './bank-collection.ts';
import { applyCash, bookLine, claimBooking, importStatement, matchBooking } from './bank-statement.ts';
import { beginPayment } from './begin-payment.ts';
import { beginRefund } from './begin-refund.ts';
import { billCustomer } from './bill-customer.ts';
import { billReached, runningUsage, setThresholds } from './bill-reached.ts';
import { cancel } from './cancel.ts';
import { changePlan } from './change-plan.ts';
import { changeQuantity } from './change-quantity.ts';
import { chargeLateness } from './charge-lateness.ts';
import { claimItems } from './claim-items.ts';
import { claimOutcome } from './claim-outcome.ts';
import { closePeriod } from './close-period.ts';
import { collectDue } from './collect-due.ts';
import { countCouponUses, returnCouponUses } from './count-coupon-uses.ts';
import { deferRevenue } from './defer-revenue.ts';
import { doDayWork } from './do-day-work.ts';
import { creditedBefore, draftCreditNote } from './draft-credit-note.ts';
import { draftContent, finaliseDraft, finaliseDue, holdDraft, mustWait } from './drafts.ts';
import { debtsOf, dun, setAccess, setLevel } from './dun.ts';
import { emitEvent } from './emit-event.ts';
import { endRefund } from './end-refund.ts';
import { rateOfDay, requireRate, setExchangeRate } from './exchange-rates.ts';
import { exportRows } from './export-rows.ts';
import { fetchOrders } from './fetch-orders.ts';
import { followOutcome } from './follow-outcome.ts';
import { handOver, handOverPostings } from './hand-over-postings.ts';
import { importOrder } from './import-order.ts';
import { importOrders } from './import-orders.ts';
import { issueCreditNote } from './issue-credit-note.ts';
import { issueInvoice } from './issue-invoice.ts';
import { keepSurplus } from './keep-surplus.ts';
import { assignToEntity, createLegalEntity } from './legal-entities.ts';
import { moneyKept } from './money-kept.ts';
import { expireWallets, openWallet, topUpWallet, withdrawCredits } from './move-wallet.ts';
import { nextCreditNoteNumber } from './next-credit-note-number.ts';
import { nextInvoiceNumber } from './next-invoice-number.ts';
import { pageInvoices } from './page-invoices.ts';
import { pause } from './pause.ts';
import { pay } from './pay.ts';
import { planWallets, settleableParts } from './plan-wallets.ts';
import { postJournal } from './post-journal.ts';
import { postLedger } from './post-ledger.ts';
import { quoteInvoice } from './quote-invoice.ts';
import { quotedCredit } from './quoted-credit.ts';
import { linesToRebill, rebill } from './rebill.ts';
import { invoicesToPay, receiveMoney } from './receive-money.ts';
import { receiveNotification } from './receive-notification.ts';
import { reconcilePayment } from './reconcile-payment.ts';
import { claimRedemption, redeemCoupon } from './redeem-coupon.ts';
import { redeemDiscount } from './redeem-discount.ts';
import { nextEventNumber, redeliver } from './redeliver.ts';
import { refund } from './refund.ts';
import { renameCustomer } from './rename-customer.ts';
import { resume } from './resume.ts';
import { returnCredits } from './return-credits.ts';
import { revenueSchedule } from './revenue-schedule.ts';
import { runBills } from './run-bills.ts';
import { spendWallets, walletHoldings } from './spend-wallets.ts';
import { subscribe } from './subscribe.ts';
import { takeAnswer } from './take-answer.ts';
import { askTaxEngine, gatherTax, knownTax } from './tax-engine.ts';
import { undo } from './undo.ts';
import { unusedCreditLeft } from './unused-credit-left.ts';
import { upgradeData, upgradeInvoice, upgradeSubscription } from './upgrade-data.ts';
import { usageProcedures } from './usage-procedures.ts';
import { valuePosting } from './value-posting.ts';
import { voidCreditNote } from './void-credit-note.ts';
import { voidInvoice } from './void-invoice.ts';
import { writeOff } from './write-off.ts';

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
  voidCreditNote,
  unusedCreditLeft,
  moneyKept,
  returnCredits,
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
