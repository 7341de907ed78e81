import type { CaseReader } from '../case-reader.ts';
import { accountReader, creditBeforeCollectionReader, refundAfterCancelReader } from './account.ts';
import { allocationReader } from './allocation.ts';
import { billsAcrossChangeReader } from './bills-across-change.ts';
import { chargeMinimumReader } from './charge-minimum.ts';
import { conversionReader } from './conversion.ts';
import { couponSeriesReader } from './coupon-series.ts';
import { creditAfterDiscountReader } from './credit-after-discount.ts';
import { creditNotesReader } from './credit-notes.ts';
import { creditedDocumentReader } from './credited-document.ts';
import { currentUsageReader } from './current-usage.ts';
import { cycleChangeReader } from './cycle-change.ts';
import { cycleCountReader } from './cycle-counts.ts';
import { cycleStartReader } from './cycle-start.ts';
import { documentReader } from './document.ts';
import { dunningReader } from './dunning.ts';
import { exchangeGainReader } from './exchange-gain.ts';
import { hourlyCommitmentReader } from './hourly-commitment.ts';
import { immediateChangeReader } from './immediate-change.ts';
import { interimBillsReader } from './interim-bills.ts';
import { lateUsageReader } from './late-usage.ts';
import { ledgerReader } from './ledger.ts';
import { localDayReader } from './local-day.ts';
import { meteredBillsReader } from './metered-bills.ts';
import { overageReader } from './overage.ts';
import { paidPeriodReader } from './paid-period.ts';
import { partialMonthsReader } from './partial-months.ts';
import { pauseReader } from './pause.ts';
import { periodsReader } from './periods.ts';
import { planBillsReader } from './plan-bills.ts';
import { planChainReader } from './plan-chain.ts';
import { planCommitmentReader } from './plan-commitment.ts';
import { planFeeReader } from './plan-fee.ts';
import { planSwapReader } from './plan-swap.ts';
import { quantityChangeReader } from './quantity-change.ts';
import { ratedDocumentReader } from './rated-document.ts';
import { ratingReader } from './rating.ts';
import { recognitionReader } from './recognition.ts';
import { scheduledChangeReader } from './scheduled-change.ts';
import { shareTableReader } from './share-tables.ts';
import { statedStretchReader } from './stated-stretch.ts';
import { taxSaleReader } from './tax-sale.ts';
import { taxedRefundReader } from './taxed-refund.ts';
import { trialCouponReader } from './trial-coupon.ts';
import { unusedShareReader } from './unused-share.ts';
import { usagePeriodsReader } from './usage-periods.ts';
import { voidReader } from './void.ts';
import { walletReader } from './wallet.ts';

/** In the order in which they are tried; the first that fits reads the case. */
export const caseReaders: readonly CaseReader[] = [
  ledgerReader,
  exchangeGainReader,
  taxedRefundReader,
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
