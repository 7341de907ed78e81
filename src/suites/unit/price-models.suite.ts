import { describe } from 'vitest';
import type { PriceModel, Tier } from '../../model/billing/price.ts';
import { previewCheck } from './preview-check.ts';
import { type RatingQuestion, rating } from './questions.ts';

/** Bounds at 10, 20 and 100.5; a price that falls, and fees that rise. */
const tiers: readonly Tier[] = [
  { upTo: '10', unit: '10', flat: '2' },
  { upTo: '20', unit: '5.005', flat: '3' },
  { upTo: '100.5', unit: '1.3333', flat: '7.77' },
  { upTo: null, unit: '0.01', flat: '0' },
];
const onBounds = ['10', '20', '100.5'];
const aboveBounds = ['10.01', '11', '20.0001', '21', '100.51', '101', '5000'];
const belowBounds = ['0', '0.5', '1', '9', '9.99', '19', '19.999', '100', '100.49'];

function table(price: PriceModel, quantities: readonly string[], more: Partial<RatingQuestion> = {}) {
  return quantities.map((quantity) => rating(price, quantity, more));
}

const eventPrice = { kind: 'percentage', ratePercent: '1.35', fixedPerEvent: '0.25' } as const;
const runningTotals = ['20', '50', '120.55', '400', '999.99'];
const usual = ['0', '1', '3', '999', '1000.5', '123456.789'];

/** 1,000 units in hundreds, then in thousands: 5,325 units are 10 blocks and 5. */
const blocks: readonly Tier[] = [
  { upTo: '1000', unit: '1', flat: '0', block: '100' },
  { upTo: null, unit: '0.75', flat: '2.50', block: '1000' },
];

describe('Price models', () => {
  for (const kind of ['graduated', 'volume'] as const) {
    previewCheck(`${kind}: a block that is begun is charged in full`, {
      topic: 'rating',
      questions: table({ kind, tiers: blocks }, ['0', '1', '100', '100.5', '1000', '1001', '2000', '5325']),
    });
  }
  previewCheck('A flat price is the same for any quantity', {
    topic: 'rating',
    questions: table({ kind: 'flat', amount: '49.90' }, usual),
  });
  previewCheck('A price per unit is multiplied and rounded once', {
    topic: 'rating',
    questions: table({ kind: 'per-unit', unit: '0.10' }, usual),
  });
  previewCheck('A unit price of five decimals keeps them until the amount is rounded', {
    topic: 'rating',
    questions: table({ kind: 'per-unit', unit: '5.12345' }, ['1', '10', '1000', '0.001', '99999']),
  });
  previewCheck('A unit price that ends in half a cent is rounded as the target says', {
    topic: 'rating',
    questions: table({ kind: 'per-unit', unit: '0.005' }, ['1', '3', '5', '7', '201']),
    tags: ['@risk-high', '@short'],
  });
  previewCheck('A price in a currency without minor units is rounded to whole units', {
    topic: 'rating',
    questions: table({ kind: 'per-unit', unit: '33.5' }, ['1', '2', '3', '1001'], { currency: 'JPY' }),
  });
  previewCheck('A price in a currency with three digits keeps three', {
    topic: 'rating',
    questions: table({ kind: 'per-unit', unit: '0.0125' }, ['1', '3', '5', '77'], { currency: 'KWD' }),
  });
  previewCheck('A value times a multiplier', {
    topic: 'rating',
    questions: table({ kind: 'dynamic', multiplier: '1.33333' }, usual),
  });

  for (const kind of ['graduated', 'volume', 'stairstep'] as const) {
    previewCheck(`${kind}: on the upper bound of a tier the unit still belongs to it`, {
      topic: 'rating',
      questions: table({ kind, tiers }, onBounds),
      tags: ['@risk-high', '@short'],
    });
    previewCheck(`${kind}: just above a bound, fractions too, the next tier begins`, {
      topic: 'rating',
      questions: table({ kind, tiers }, aboveBounds),
    });
    previewCheck(`${kind}: within the tiers and at zero`, {
      topic: 'rating',
      questions: table({ kind, tiers }, belowBounds),
    });
  }
  previewCheck('graduated: a later part of a period starts in the tier where the earlier part ended', {
    topic: 'rating',
    questions: [
      rating({ kind: 'graduated', tiers }, '10', { alreadyBilled: '5' }),
      rating({ kind: 'graduated', tiers }, '0.5', { alreadyBilled: '9.5' }),
      rating({ kind: 'graduated', tiers }, '100', { alreadyBilled: '12' }),
      rating({ kind: 'graduated', tiers }, '7', { alreadyBilled: '200' }),
    ],
  });
  previewCheck(
    'volume: a later part that reaches a cheaper tier gives back what the earlier part cost too much',
    {
      topic: 'rating',
      questions: [
        rating({ kind: 'volume', tiers }, '1', { alreadyBilled: '10' }),
        rating({ kind: 'volume', tiers }, '5', { alreadyBilled: '18' }),
      ],
    },
  );
  previewCheck('A single tier without end is a price per unit with a fee', {
    topic: 'rating',
    questions: table({ kind: 'graduated', tiers: [{ upTo: null, unit: '0.07', flat: '1' }] }, usual),
  });

  previewCheck('A started package is charged in full', {
    topic: 'rating',
    questions: table({ kind: 'package', packageSize: '10', packagePrice: '99.99', freeUnits: '0' }, [
      '0',
      '0.1',
      '1',
      '9.99',
      '10',
      '10.01',
      '20',
      '121',
    ]),
  });
  previewCheck('Where only full packages are sold, what is begun costs nothing', {
    topic: 'rating',
    questions: ['0', '15'].flatMap((freeUnits) =>
      table({ kind: 'package', packageSize: '10', packagePrice: '99.99', freeUnits, partPackage: 'free' }, [
        '0',
        '0.1',
        '9.99',
        '10',
        '19.99',
        '20',
        '24.99',
        '25',
        '121',
      ]),
    ),
  });
  // As floats, 2.1 by 0.7 is more than three, and 7.7 by 0.7 more than eleven.
  previewCheck('Packages of parts of a unit are counted exactly', {
    topic: 'rating',
    questions: ['0.1', '0.3', '0.7', '1.1'].flatMap((packageSize) =>
      table({ kind: 'package', packageSize, packagePrice: '1', freeUnits: '0' }, [
        ...['0.3', '0.7', '1.1', '2.1', '2.2', '3.3', '4.1', '4.9', '7.7', '12.1'],
        ...['1.10001', '2.09999'],
      ]),
    ),
    tags: ['@edge'],
  });
  previewCheck('Free units are taken off before packages are counted', {
    topic: 'rating',
    questions: table({ kind: 'package', packageSize: '10', packagePrice: '100', freeUnits: '15' }, [
      '0',
      '15',
      '15.5',
      '16',
      '25',
      '25.01',
      '135',
    ]),
  });
  previewCheck('Packages of a part of a unit', {
    topic: 'rating',
    questions: table({ kind: 'package', packageSize: '0.25', packagePrice: '0.333', freeUnits: '0.1' }, [
      '0.1',
      '0.35',
      '1',
      '7.7',
    ]),
  });

  previewCheck('A percentage with a fee for each event', {
    topic: 'rating',
    questions: [rating({ ...eventPrice, freeEvents: null, freeVolume: null }, '999.99', { runningTotals })],
  });
  previewCheck('A percentage with free events', {
    topic: 'rating',
    questions: [0, 1, 3, 5, 9].map((freeEvents) =>
      rating({ ...eventPrice, freeEvents, freeVolume: null }, '999.99', { runningTotals }),
    ),
  });
  previewCheck('A percentage with a free value', {
    topic: 'rating',
    questions: ['60', '399.99', '2000'].map((freeVolume) =>
      rating({ ...eventPrice, freeEvents: null, freeVolume }, '999.99', { runningTotals }),
    ),
  });
  previewCheck('A percentage with both allowances ends them with the one that is used up first', {
    topic: 'rating',
    questions: [
      rating({ ...eventPrice, freeEvents: 2, freeVolume: '300' }, '999.99', { runningTotals }),
      rating({ ...eventPrice, freeEvents: 4, freeVolume: '60' }, '999.99', { runningTotals }),
    ],
  });
});

describe('Minimum and maximum', () => {
  const price: PriceModel = { kind: 'per-unit', unit: '3.33' };
  previewCheck('What is missing to the minimum is added, and nothing when it is reached', {
    topic: 'rating',
    questions: table(price, ['0', '1', '29', '30', '30.03', '31', '100'], { minimum: '100' }),
  });
  previewCheck('What is above the maximum is taken off, and nothing below it', {
    topic: 'rating',
    questions: table(price, ['0', '30', '30.04', '31', '1000'], { maximum: '100' }),
  });
  previewCheck('Minimum and maximum hold together', {
    topic: 'rating',
    questions: table(price, ['0', '10', '20', '40'], { minimum: '50', maximum: '80' }),
  });
  previewCheck('A maximum that the first part of the period reached leaves nothing for the second', {
    topic: 'rating',
    questions: [
      rating(price, '10', { alreadyBilled: '40', maximum: '100' }),
      rating(price, '10', { alreadyBilled: '25', maximum: '100' }),
      rating(price, '1', { alreadyBilled: '5', maximum: '100' }),
    ],
  });
  previewCheck('A minimum over tiers counts all of them', {
    topic: 'rating',
    questions: table({ kind: 'graduated', tiers }, ['0', '9', '15'], { minimum: '120' }),
  });
});
