import { accessWitnesses } from './access-witnesses.ts';
import { actWitnesses } from './act-witnesses.ts';
import { adjoiningWitnesses } from './adjoining-witnesses.ts';
import { afterwardsWitnesses } from './afterwards-witnesses.ts';
import { agreedChangeWitnesses } from './agreed-change-witnesses.ts';
import { bankWitnesses } from './bank-witnesses.ts';
import { billDayWitnesses } from './bill-day-witnesses.ts';
import { billedThroughWitnesses } from './billed-through-witnesses.ts';
import { bookWitnesses } from './book-witnesses.ts';
import { channelWitnesses } from './channel-witnesses.ts';
import { closingWitnesses } from './closing-witnesses.ts';
import { collectionWitnesses } from './collection-witnesses.ts';
import { combinationWitnesses } from './combination-witnesses.ts';
import { contractWitnesses } from './contract-witnesses.ts';
import { couponWitnesses } from './coupon-witnesses.ts';
import { creditNoteWitnesses } from './credit-note-witnesses.ts';
import { creditWitnesses } from './credit-witnesses.ts';
import { crossedWitnesses } from './crossed-witnesses.ts';
import { debitWitnesses } from './debit-witnesses.ts';
import { documentWitnesses } from './document-witnesses.ts';
import { draftWitnesses } from './draft-witnesses.ts';
import { drillWitnesses } from './drill-witnesses.ts';
import { dunningTermsWitnesses } from './dunning-terms-witnesses.ts';
import { dunningWitnesses } from './dunning-witnesses.ts';
import { edgeWitnesses } from './edge-witnesses.ts';
import { effortWitnesses } from './effort-witnesses.ts';
import { exactnessWitnesses } from './exactness-witnesses.ts';
import { exchangeWitnesses } from './exchange-witnesses.ts';
import { exportWitnesses } from './export-witnesses.ts';
import { guardWitnesses } from './guard-witnesses.ts';
import { keptWitnesses } from './kept-witnesses.ts';
import { lastingWitnesses } from './lasting-witnesses.ts';
import { lateUsageWitnesses } from './late-usage-witnesses.ts';
import { limitWitnesses } from './limit-witnesses.ts';
import { meetingWitnesses } from './meeting-witnesses.ts';
import { moneyWitnesses } from './money-witnesses.ts';
import { neighbourWitnesses } from './neighbour-witnesses.ts';
import { newsWitnesses } from './news-witnesses.ts';
import { numberWitnesses } from './number-witnesses.ts';
import { orderWitnesses } from './order-witnesses.ts';
import { otherDayWitnesses } from './other-day-witnesses.ts';
import { paymentWitnesses } from './payment-witnesses.ts';
import { pdfWitnesses } from './pdf-witnesses.ts';
import { periodEdgeWitnesses } from './period-edge-witnesses.ts';
import { periodTakenBackWitnesses } from './period-taken-back-witnesses.ts';
import { rareWitnesses } from './rare-witnesses.ts';
import { ratingWitnesses } from './rating-witnesses.ts';
import { sameDayWitnesses } from './same-day-witnesses.ts';
import { serviceWitnesses } from './service-witnesses.ts';
import { settlingWitnesses } from './settling-witnesses.ts';
import { shapeWitnesses } from './shape-witnesses.ts';
import { sharedBillDayWitnesses } from './shared-bill-day-witnesses.ts';
import { subscriptionWitnesses } from './subscription-witnesses.ts';
import { taxEngineWitnesses } from './tax-engine-witnesses.ts';
import { taxPlaceWitnesses } from './tax-place-witnesses.ts';
import { taxWitnesses } from './tax-witnesses.ts';
import { thresholdWitnesses } from './threshold-witnesses.ts';
import { togetherWitnesses } from './together-witnesses.ts';
import { toldAheadWitnesses } from './told-ahead-witnesses.ts';
import { toldApartWitnesses } from './told-apart-witnesses.ts';
import { usageOfOneWitnesses } from './usage-of-one-witnesses.ts';
import { usageWitnesses } from './usage-witnesses.ts';
import { valueWitnesses } from './value-witnesses.ts';
import { waitingWitnesses } from './waiting-witnesses.ts';
import { walletWitnesses } from './wallet-witnesses.ts';
import { withdrawalWitnesses } from './withdrawal-witnesses.ts';
import type { Witness } from './witness.ts';

/** For tests only: by the name of the defect. */
export const witnesses: Readonly<Record<string, Witness>> = {
  ...orderWitnesses,
  ...adjoiningWitnesses,
  ...afterwardsWitnesses,
  ...actWitnesses,
  ...meetingWitnesses,
  ...serviceWitnesses,
  ...subscriptionWitnesses,
  ...contractWitnesses,
  ...ratingWitnesses,
  ...rareWitnesses,
  ...combinationWitnesses,
  ...sameDayWitnesses,
  ...toldAheadWitnesses,
  ...usageWitnesses,
  ...usageOfOneWitnesses,
  ...thresholdWitnesses,
  ...lateUsageWitnesses,
  ...documentWitnesses,
  ...couponWitnesses,
  ...taxWitnesses,
  ...taxEngineWitnesses,
  ...taxPlaceWitnesses,
  ...moneyWitnesses,
  ...paymentWitnesses,
  ...pdfWitnesses,
  ...collectionWitnesses,
  ...bankWitnesses,
  ...debitWitnesses,
  ...dunningTermsWitnesses,
  ...dunningWitnesses,
  ...channelWitnesses,
  ...creditWitnesses,
  ...creditNoteWitnesses,
  ...walletWitnesses,
  ...exportWitnesses,
  ...drillWitnesses,
  ...accessWitnesses,
  ...newsWitnesses,
  ...numberWitnesses,
  ...exchangeWitnesses,
  ...draftWitnesses,
  ...edgeWitnesses,
  ...effortWitnesses,
  ...neighbourWitnesses,
  ...bookWitnesses,
  ...withdrawalWitnesses,
  ...agreedChangeWitnesses,
  ...billDayWitnesses,
  ...closingWitnesses,
  ...crossedWitnesses,
  ...guardWitnesses,
  ...limitWitnesses,
  ...keptWitnesses,
  ...waitingWitnesses,
  ...lastingWitnesses,
  ...periodTakenBackWitnesses,
  ...settlingWitnesses,
  ...shapeWitnesses,
  ...sharedBillDayWitnesses,
  ...billedThroughWitnesses,
  ...exactnessWitnesses,
  ...valueWitnesses,
  ...otherDayWitnesses,
  ...toldApartWitnesses,
  ...togetherWitnesses,
  ...periodEdgeWitnesses,
};
