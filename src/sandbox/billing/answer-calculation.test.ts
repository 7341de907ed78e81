import { describe, expect, it } from 'vitest';
import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { PriceModel } from '../../model/billing/price.ts';
import { standardRules } from '../rules/index.ts';
import { answerCalculation } from './answer-calculation.ts';

type Rating = Extract<Calculation, { kind: 'rating' }>;
type Document = Extract<Calculation, { kind: 'document' }>;

function rate(price: PriceModel, quantity: string, changes: Partial<Rating> = {}) {
  return answerOf<'rating'>({
    kind: 'rating',
    currency: 'EUR',
    price,
    quantity,
    alreadyBilled: '0',
    runningTotals: [],
    minimum: null,
    maximum: null,
    ...changes,
  });
}

function total(changes: Partial<Document>) {
  return answerOf<'document'>({
    kind: 'document',
    currency: 'EUR',
    lines: [],
    discounts: [],
    roundingPoint: 'line',
    ...changes,
  });
}

function answerOf<Kind extends Calculation['kind']>(calculation: Calculation) {
  return answerCalculation(standardRules, calculation) as Extract<CalculationAnswer, { kind: Kind }>;
}

const steps: PriceModel = {
  kind: 'graduated',
  tiers: [
    { upTo: '5', unit: '0', flat: '100' },
    { upTo: '10', unit: '0', flat: '50' },
    { upTo: '15', unit: '5', flat: '0' },
    { upTo: null, unit: '1', flat: '0' },
  ],
};
const volume: PriceModel = {
  kind: 'volume',
  tiers: [
    { upTo: '5', unit: '0', flat: '100' },
    { upTo: '10', unit: '0', flat: '150' },
    { upTo: '15', unit: '10', flat: '0' },
    { upTo: null, unit: '5', flat: '0' },
  ],
};
const share: PriceModel = {
  kind: 'percentage',
  ratePercent: '1.3',
  fixedPerEvent: '2.0',
  freeEvents: 3,
  freeVolume: '250',
};

describe('rating, against amounts that other engines publish', () => {
  it('keeps digits below the cent until the end', () => {
    expect(rate({ kind: 'per-unit', unit: '5.12345' }, '10')).toMatchObject({
      amount: '51.23',
      unrounded: '51.2345',
    });
  });

  it('prices graduated tiers one by one, and only the new part of a split period', () => {
    expect(rate(steps, '22')).toMatchObject({
      amount: '182.00',
      perTier: ['100.00', '50.00', '25.00', '7.00'],
    });
    expect(rate(steps, '10', { alreadyBilled: '12' })).toMatchObject({
      amount: '22.00',
      perTier: ['0.00', '0.00', '15.00', '7.00'],
    });
    expect(rate(steps, '0').amount).toBe('100.00');
  });

  it('prices all units by the tier that is reached', () => {
    const amounts = ['0', '3', '5', '6', '14', '15', '16', '100'].map(
      (quantity) => rate(volume, quantity).amount,
    );
    expect(amounts).toEqual(['100.00', '100.00', '100.00', '150.00', '140.00', '150.00', '80.00', '500.00']);
  });

  it('charges started packages', () => {
    const packages: PriceModel = { kind: 'package', packageSize: '10', packagePrice: '100', freeUnits: '0' };
    expect(rate(packages, '121').amount).toBe('1300.00');
    expect(rate({ ...packages, freeUnits: '200' }, '121').amount).toBe('0.00');
  });

  it('takes a share beyond the free events and the free volume, whichever ends first', () => {
    const runningTotals = ['50', '150', '400', '800'];
    expect(rate(share, '800', { runningTotals }).unrounded).toBe('11.15');
    expect(rate({ ...share, freeVolume: null }, '800', { runningTotals }).unrounded).toBe('7.2');
    expect(rate({ ...share, freeVolume: null, freeEvents: null }, '800', { runningTotals }).unrounded).toBe(
      '18.4',
    );
  });

  it('lifts to the minimum and keeps to the maximum of the whole period', () => {
    const ten: PriceModel = { kind: 'per-unit', unit: '10' };
    expect(rate(ten, '0', { minimum: '100' })).toMatchObject({ amount: '100.00', trueUp: '100.00' });
    expect(rate(ten, '5', { alreadyBilled: '7', maximum: '100' })).toMatchObject({
      amount: '30.00',
      capDiscount: '20.00',
    });
  });
});

describe('documents', () => {
  it('take discounts before tax', () => {
    const answer = total({
      lines: [{ net: '35.00', taxPercent: '8.25' }],
      discounts: [{ kind: 'percent', percent: '10', lines: null }],
    });
    expect(answer).toMatchObject({ subtotal: '35.00', discount: '3.50', tax: '2.60', total: '34.10' });
  });

  it('share an amount out without losing a cent, and never below zero', () => {
    const lines = ['10.00', '10.00', '10.00'].map((net) => ({ net, taxPercent: '0' }));
    const answer = total({ lines, discounts: [{ kind: 'amount', amount: '10.00', lines: null }] });
    expect(answer.discount).toBe('10.00');
    expect(answer.lines.map((line) => line.discount)).toEqual(['3.34', '3.33', '3.33']);
    expect(total({ lines, discounts: [{ kind: 'amount', amount: '99', lines: [0] }] }).total).toBe('20.00');
  });

  it('round where the policy says', () => {
    const lines = ['10.333333', '10.333333', '10.333333'].map((net) => ({ net, taxPercent: '10' }));
    expect(total({ lines, roundingPoint: 'line' })).toMatchObject({ subtotal: '30.99', tax: '3.09' });
    expect(total({ lines, roundingPoint: 'invoice' })).toMatchObject({ subtotal: '31.00', tax: '3.10' });
    expect(total({ lines, roundingPoint: 'none' })).toMatchObject({
      subtotal: '30.999999',
      tax: '3.0999999',
    });
  });
});
