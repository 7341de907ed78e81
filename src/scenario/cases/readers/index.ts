import type { CaseReader } from '../case-reader.ts';
import { couponSeriesReader } from './coupon/coupon-series.ts';
import { creditAfterDiscountReader } from './coupon/credit-after-discount.ts';
import { creditedDocumentReader } from './coupon/credited-document.ts';
import { trialCouponReader } from './coupon/trial-coupon.ts';
import { creditNotesReader } from './credit/credit-notes.ts';
import { taxedNoteReader } from './credit/taxed-note.ts';
import { taxedRefundReader } from './credit/taxed-refund.ts';
import { unusedShareReader } from './credit/unused-share.ts';
import { voidReader } from './credit/void.ts';
import { voidedInvoiceReader } from './credit/voided-invoice.ts';
import { walletReader } from './credit/wallet.ts';
import { allocationReader } from './document/allocation.ts';
import { documentReader } from './document/document.ts';
import { taxSaleReader } from './document/tax-sale.ts';
import { conversionReader } from './ledger/conversion.ts';
import { exchangeGainReader } from './ledger/exchange-gain.ts';
import { ledgerReader } from './ledger/ledger.ts';
import { recognitionReader } from './ledger/recognition.ts';
import { accountReader, creditBeforeCollectionReader, refundAfterCancelReader } from './payment/account.ts';
import { dunningReader } from './payment/dunning.ts';
import { billsAcrossChangeReader } from './plan/bills-across-change.ts';
import { chargeMinimumReader } from './plan/charge-minimum.ts';
import { immediateChangeReader } from './plan/immediate-change.ts';
import { paidPeriodReader } from './plan/paid-period.ts';
import { pauseReader } from './plan/pause.ts';
import { planBillsReader } from './plan/plan-bills.ts';
import { planChainReader } from './plan/plan-chain.ts';
import { planCommitmentReader } from './plan/plan-commitment.ts';
import { planFeeReader } from './plan/plan-fee.ts';
import { scheduledChangeReader } from './plan/scheduled-change.ts';
import { cycleChangeReader } from './proration/cycle-change.ts';
import { cycleStartReader } from './proration/cycle-start.ts';
import { partialMonthsReader } from './proration/partial-months.ts';
import { planSwapReader } from './proration/plan-swap.ts';
import { quantityChangeReader } from './proration/quantity-change.ts';
import { statedStretchReader } from './proration/stated-stretch.ts';
import { hourlyCommitmentReader } from './rating/hourly-commitment.ts';
import { overageReader } from './rating/overage.ts';
import { ratedDocumentReader } from './rating/rated-document.ts';
import { ratingReader } from './rating/rating.ts';
import { cycleCountReader } from './time/cycle-counts.ts';
import { localDayReader } from './time/local-day.ts';
import { periodsReader } from './time/periods.ts';
import { shareTableReader } from './time/share-tables.ts';
import { currentUsageReader } from './usage/current-usage.ts';
import { interimBillsReader } from './usage/interim-bills.ts';
import { lateUsageReader } from './usage/late-usage.ts';
import { meteredBillsReader } from './usage/metered-bills.ts';
import { usagePeriodsReader } from './usage/usage-periods.ts';

/** In the order in which they are tried; the first that fits reads the case. */
export const caseReaders: readonly CaseReader[] = [
  ledgerReader,
  exchangeGainReader,
  taxedRefundReader,
  taxedNoteReader,
  accountReader,
  refundAfterCancelReader,
  creditBeforeCollectionReader,
  dunningReader,
  currentUsageReader,
  lateUsageReader,
  hourlyCommitmentReader,
  overageReader,
  interimBillsReader,
  planCommitmentReader,
  chargeMinimumReader,
  usagePeriodsReader,
  meteredBillsReader,
  ratingReader,
  ratedDocumentReader,
  unusedShareReader,
  taxSaleReader,
  trialCouponReader,
  couponSeriesReader,
  creditedDocumentReader,
  walletReader,
  creditNotesReader,
  creditAfterDiscountReader,
  voidReader,
  voidedInvoiceReader,
  allocationReader,
  conversionReader,
  statedStretchReader,
  localDayReader,
  documentReader,
  partialMonthsReader,
  planSwapReader,
  quantityChangeReader,
  cycleChangeReader,
  billsAcrossChangeReader,
  planChainReader,
  immediateChangeReader,
  scheduledChangeReader,
  paidPeriodReader,
  pauseReader,
  cycleStartReader,
  planBillsReader,
  planFeeReader,
  shareTableReader,
  cycleCountReader,
  periodsReader,
  recognitionReader,
];
