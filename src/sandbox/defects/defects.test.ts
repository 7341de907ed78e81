import { describe, expect, it } from 'vitest';
import { standardProcedures } from '../procedures/index.ts';
import { standardRules } from '../rules/index.ts';
import { TestWorld } from '../test-world.ts';
import type { Defect } from './defect.ts';
import { defects } from './index.ts';
import { witnesses } from './witnesses/index.ts';
import { defectNamed, defects } from './index.ts';
import { accessWitnesses } from './witnesses/access-witnesses.ts';
import { actWitnesses } from './witnesses/act-witnesses.ts';
import { adjoiningWitnesses } from './witnesses/adjoining-witnesses.ts';
import { afterwardsWitnesses } from './witnesses/afterwards-witnesses.ts';
import { agreedChangeWitnesses } from './witnesses/agreed-change-witnesses.ts';
import { bankWitnesses } from './witnesses/bank-witnesses.ts';
import { billDayWitnesses } from './witnesses/bill-day-witnesses.ts';
import { billedThroughWitnesses } from './witnesses/billed-through-witnesses.ts';
import { bookWitnesses } from './witnesses/book-witnesses.ts';
import { channelWitnesses } from './witnesses/channel-witnesses.ts';
import { closingWitnesses } from './witnesses/closing-witnesses.ts';
import { collectionWitnesses } from './witnesses/collection-witnesses.ts';
import { combinationWitnesses } from './witnesses/combination-witnesses.ts';
import { contractWitnesses } from './witnesses/contract-witnesses.ts';
import { couponWitnesses } from './witnesses/coupon-witnesses.ts';
import { creditNoteWitnesses } from './witnesses/credit-note-witnesses.ts';
import { creditWitnesses } from './witnesses/credit-witnesses.ts';
import { crossedWitnesses } from './witnesses/crossed-witnesses.ts';
import { debitWitnesses } from './witnesses/debit-witnesses.ts';
import { documentWitnesses } from './witnesses/document-witnesses.ts';
import { draftWitnesses } from './witnesses/draft-witnesses.ts';
import { drillWitnesses } from './witnesses/drill-witnesses.ts';
import { dunningWitnesses } from './witnesses/dunning-witnesses.ts';
import { edgeWitnesses } from './witnesses/edge-witnesses.ts';
import { effortWitnesses } from './witnesses/effort-witnesses.ts';
import { exactnessWitnesses } from './witnesses/exactness-witnesses.ts';
import { exchangeWitnesses } from './witnesses/exchange-witnesses.ts';
import { exportWitnesses } from './witnesses/export-witnesses.ts';
import { guardWitnesses } from './witnesses/guard-witnesses.ts';
import { lastingWitnesses } from './witnesses/lasting-witnesses.ts';
import { lateUsageWitnesses } from './witnesses/late-usage-witnesses.ts';
import { limitWitnesses } from './witnesses/limit-witnesses.ts';
import { meetingWitnesses } from './witnesses/meeting-witnesses.ts';
import { moneyWitnesses } from './witnesses/money-witnesses.ts';
import { neighbourWitnesses } from './witnesses/neighbour-witnesses.ts';
import { newsWitnesses } from './witnesses/news-witnesses.ts';
import { numberWitnesses } from './witnesses/number-witnesses.ts';
import { orderWitnesses } from './witnesses/order-witnesses.ts';
import { otherDayWitnesses } from './witnesses/other-day-witnesses.ts';
import { paymentWitnesses } from './witnesses/payment-witnesses.ts';
import { pdfWitnesses } from './witnesses/pdf-witnesses.ts';
import { periodTakenBackWitnesses } from './witnesses/period-taken-back-witnesses.ts';
import { rareWitnesses } from './witnesses/rare-witnesses.ts';
import { ratingWitnesses } from './witnesses/rating-witnesses.ts';
import { sameDayWitnesses } from './witnesses/same-day-witnesses.ts';
import { serviceWitnesses } from './witnesses/service-witnesses.ts';
import { settlingWitnesses } from './witnesses/settling-witnesses.ts';
import { shapeWitnesses } from './witnesses/shape-witnesses.ts';
import { sharedBillDayWitnesses } from './witnesses/shared-bill-day-witnesses.ts';
import { subscriptionWitnesses } from './witnesses/subscription-witnesses.ts';
import { taxEngineWitnesses } from './witnesses/tax-engine-witnesses.ts';
import { taxPlaceWitnesses } from './witnesses/tax-place-witnesses.ts';
import { taxWitnesses } from './witnesses/tax-witnesses.ts';
import { thresholdWitnesses } from './witnesses/threshold-witnesses.ts';
import { togetherWitnesses } from './witnesses/together-witnesses.ts';
import { toldAheadWitnesses } from './witnesses/told-ahead-witnesses.ts';
import { usageOfOneWitnesses } from './witnesses/usage-of-one-witnesses.ts';
import { usageWitnesses } from './witnesses/usage-witnesses.ts';
import { valueWitnesses } from './witnesses/value-witnesses.ts';
import { walletWitnesses } from './witnesses/wallet-witnesses.ts';
import { withdrawalWitnesses } from './witnesses/withdrawal-witnesses.ts';
import type { Witness } from './witnesses/witness.ts';

const witnesses: Readonly<Record<string, Witness>> = {
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
  ...lastingWitnesses,
  ...periodTakenBackWitnesses,
  ...settlingWitnesses,
  ...shapeWitnesses,
  ...sharedBillDayWitnesses,
  ...billedThroughWitnesses,
  ...exactnessWitnesses,
  ...valueWitnesses,
  ...otherDayWitnesses,
  ...togetherWitnesses,
};

/** One for all, a tenant for each witness: a sandbox is slow to build, and tenants do not see each other. */
let healthy: TestWorld;
let description = '';

async function healthyWorld(today: string): Promise<TestWorld> {
  return TestWorld.openIn(healthy.app, today);
}

beforeAll(async () => {
  healthy = await TestWorld.open('2026-01-01');
  description = (await healthy.call('GET', '/v1/describe')).text;
});

afterAll(() => healthy[Symbol.asyncDispose]());

describe('each defect', () => {
  it('has a witness, a name of its own and at least one replaced entry', () => {
    expect(Object.keys(witnesses).toSorted()).toEqual(defects.map((defect) => defect.name).toSorted());
    for (const defect of defects) {
      expect(replaced(defect), defect.name).toBeGreaterThan(0);
      expect(defect.row.split('-')[0], defect.name).toBe(defect.family);
    }
    expect(new Set(defects.map((defect) => defect.family)).size).toBeGreaterThanOrEqual(8);
  });

  it('is not named by the interface that it breaks', async () => {
    await using sound = await TestWorld.open('2026-01-01');
    const interfaceOf = async (world: TestWorld) => (await world.call('GET', '/openapi.json')).text;
    const [first] = defects;
    if (first === undefined) throw new Error('no defect');
    await using broken = await TestWorld.open('2026-01-01', first);
    expect(await interfaceOf(broken)).toBe(await interfaceOf(sound));
  });
});

function replaced(defect: Defect): number {
  const rules = Object.entries(defect.rules ?? {}).filter(
    ([name, rule]) => Reflect.get(standardRules, name) !== rule,
  );
  const procedures = Object.entries(defect.procedures ?? {}).filter(
    ([name, procedure]) => Reflect.get(standardProcedures, name) !== procedure,
  );
  return rules.length + procedures.length;
}
