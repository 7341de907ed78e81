import { describe } from 'vitest';
import type { MeteredEvent } from '../../model/billing/calculation.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import { instant, localDate } from '../../model/date.ts';
import { metered } from '../../scenario/drawn/customer-history.ts';
import { previewCheck } from './preview-check.ts';
import { metering, period, rating } from './questions.ts';

const each = { kind: 'per-unit', unit: '1.00' } as const;
const priceOf = (unit: string) => ({ kind: 'per-unit', unit }) as const;

/** Readings as "moment quantity"; the ids say in which order they were told. */
function readings(...texts: readonly string[]): readonly MeteredEvent[] {
  return texts.map((text, index) => {
    const [at = '', quantity = '1'] = text.split(' ');
    return { id: `reading-${index}`, at: instant(at), quantity };
  });
}

function of(rest: Partial<UsageCharge>): UsageCharge {
  return metered('units', each, rest);
}

/** Two months; the first readings come last, and one stands at each border. */
const january = readings(
  '2026-01-31T23:59:59Z 4',
  '2026-01-15T12:00:00Z 20.5',
  '2026-01-01T00:00:00Z 6',
  '2026-02-01T00:00:00Z 3',
  '2026-02-28T23:59:59Z 8',
  '2026-02-14T08:00:00Z 5',
);

describe('What a meter counts', () => {
  for (const aggregation of ['sum', 'count', 'max', 'last', 'min', 'average'] as const) {
    previewCheck(`The ${aggregation} of each period, whatever the order in which readings came`, {
      topic: 'usage',
      questions: [
        metering(of({ aggregation }), january),
        metering(of({ aggregation }), january.toReversed()),
        metering(of({ aggregation }), []),
        metering(
          of({ aggregation }),
          readings('2026-01-10T00:00:00Z 5', '2026-01-11T00:00:00Z 20', '2026-01-12T00:00:00Z 3'),
        ),
      ],
      tags: aggregation === 'max' ? ['@risk-high'] : [],
    });
  }

  previewCheck('A level counts for as long as it was there, and goes on into the next period', {
    topic: 'usage',
    questions: [
      metering(of({ aggregation: 'weighted-sum' }), readings('2026-01-05T00:00:00Z 2500')),
      metering(
        of({ aggregation: 'weighted-sum' }),
        readings('2025-12-20T00:00:00Z 2500', '2026-01-04T06:00:00Z -2000', '2026-02-06T00:00:00Z -200'),
      ),
      metering(of({ aggregation: 'weighted-sum' }), january),
    ],
  });
  previewCheck('Each subject that is left counts once, however often it was active', {
    topic: 'usage',
    questions: [
      metering(of({ aggregation: 'unique' }), subjects('u1', 'u2', 'u1', 'u3', 'u1')),
      metering(of({ aggregation: 'unique' }), subjects('u1', 'u2', '-u1', 'u1', '-u2')),
      metering(of({ aggregation: 'unique' }), subjects('-u1', 'u2')),
    ],
  });
  previewCheck(
    'A percentage of value that was taken back is none of less than nothing, nor of more than is left',
    {
      topic: 'usage',
      questions: [[-82, 10, 100], [50, 20, -60], [-82]].map((values) => {
        const days = values.map((value, index) => `2026-01-0${index + 1}T10:00:00Z ${value}`);
        const price = { kind: 'percentage', ratePercent: '1.3', fixedPerEvent: '2.0' } as const;
        return metering(of({ price: { ...price, freeEvents: 2, freeVolume: null } }), readings(...days));
      }),
    },
  );
  previewCheck('A coming and a going at one instant make the same count in both orders', {
    topic: 'usage',
    questions: [
      metering(of({ aggregation: 'unique' }), atOnce('u1', '-u1', 'u2')),
      metering(of({ aggregation: 'unique' }), atOnce('-u1', 'u1', 'u2')),
      metering(of({ aggregation: 'unique' }), atOnce('u2', '-u1', 'u1')),
    ],
    tags: ['@risk-high'],
  });
  previewCheck('A reading that is told twice counts once, also when it is told again with another time', {
    topic: 'usage',
    questions: [
      metering(of({}), [...january, ...january]),
      metering(of({ aggregation: 'count' }), [...january, ...january]),
      metering(of({}), [
        ...january,
        { ...january[0], id: 'reading-0', quantity: '4', at: instant('2026-02-01T00:10:00Z') },
      ]),
    ],
  });
  previewCheck('Corrections take usage back, and never more than there was', {
    topic: 'usage',
    questions: [
      metering(of({}), readings('2026-01-05T00:00:00Z 20', '2026-01-06T00:00:00Z -25')),
      metering(
        of({}),
        readings('2026-01-05T00:00:00Z 20', '2026-01-06T00:00:00Z -25', '2026-01-07T00:00:00Z 10'),
      ),
      metering(of({}), readings('2026-01-05T00:00:00Z 20', '2026-01-06T00:00:00Z -5')),
      metering(of({}), readings('2026-01-05T00:00:00Z -5', '2026-02-06T00:00:00Z 7')),
    ],
    tags: ['@risk-high'],
  });
});

describe('Dimensions of usage', () => {
  const narrow = { code: 'eu-fast', where: { region: ['eu'], speed: ['fast'] }, price: priceOf('7.00') };
  const some = { code: 'eu', where: { region: ['eu'] }, price: priceOf('2.00') };
  const wide = { code: 'eu-or-us', where: { region: ['us', 'eu'] }, price: priceOf('5.00') };
  const told = [
    { region: 'eu' },
    { region: 'eu', speed: 'fast' },
    { region: 'us', speed: 'fast' },
    { region: 'apac' },
    {},
  ].map((properties, index) => ({ ...onDay(index), properties }));

  previewCheck('An event is in one bucket only, the most special that it fits', {
    topic: 'usage',
    questions: [
      [wide, some],
      [some, wide],
      [wide, narrow],
      [narrow, some, wide],
      [some, wide, narrow],
    ].flatMap((buckets) => [
      metering(of({ buckets }), told),
      ...told.map((one) => metering(of({ buckets }), [one])),
    ]),
    tags: ['@risk-high'],
  });
  previewCheck('What is in no bucket costs the price of the charge itself', {
    topic: 'usage',
    questions: [
      metering(of({ buckets: [narrow] }), told),
      metering(of({ buckets: [some], aggregation: 'count' }), told),
    ],
  });
  previewCheck('Groups are counted apart: one subject in two groups counts twice', {
    topic: 'usage',
    questions: [
      metering(
        of({ aggregation: 'unique', groupBy: ['region'] }),
        told.map((one) => ({ ...one, subject: 'u1' })),
      ),
      metering(of({ aggregation: 'max', groupBy: ['region', 'speed'] }), told),
      metering(
        {
          ...of({ groupBy: ['region'] }),
          price: { kind: 'package', packageSize: '10', packagePrice: '3', freeUnits: '0' },
        },
        told,
      ),
    ],
  });
});

describe('Units that the plan includes', () => {
  previewCheck('They cost nothing, in each period anew, and what is beyond them costs its price', {
    topic: 'usage',
    questions: ['0', '6', '10', '30.5', '100'].flatMap((included) => [
      metering(of({ included }), january),
      metering({ ...of({ included }), price: tiered }, january),
    ]),
  });
});

const tiered = {
  kind: 'graduated',
  tiers: [
    { upTo: '10', unit: '2', flat: '1' },
    { upTo: null, unit: '0.5', flat: '4' },
  ],
} as const;

function onDay(index: number): MeteredEvent {
  return { id: `use-${index}`, quantity: `${index + 2}`, at: instant(`2026-01-1${index}T10:00:00Z`) };
}

/** "u1" comes, "-u1" goes; an hour apart. */
function subjects(...texts: readonly string[]): readonly MeteredEvent[] {
  return texts.map((text, index) => ({
    ...subjectOf(text, index),
    at: instant(`2026-01-10T1${index}:00:00Z`),
  }));
}

function atOnce(...texts: readonly string[]): readonly MeteredEvent[] {
  return texts.map(subjectOf);
}

function subjectOf(text: string, index: number): MeteredEvent {
  const subject = text.replace('-', '');
  const operation = text.startsWith('-') ? 'remove' : 'add';
  return { id: `subject-${index}`, quantity: '1', at: instant('2026-01-10T10:00:00Z'), subject, operation };
}

describe('Commitments and thresholds', () => {
  const committed = (trueUp: boolean, hours: { readonly from: number; readonly to: number } | null) => ({
    hours,
    unit: hours === null ? '1.005' : '2.00',
    minimum: '10.00',
    overageFactor: hours === null ? '1.5' : '3',
    trueUp,
  });
  const windows = ['0', '4', '5', '5.01', '9.95', '10', '30'].flatMap((quantity) => [
    { hour: 8, quantity },
    { hour: 9, quantity },
    { hour: 11, quantity },
    { hour: 12, quantity },
  ]);

  previewCheck('Each hour owes its own commitment, and what is beyond it costs the overage price', {
    topic: 'rating',
    questions: [true, false].map((trueUp) => ({
      kind: 'hourly-commitment',
      currency: 'EUR',
      commitments: [committed(trueUp, { from: 9, to: 12 }), committed(!trueUp, null)],
      windows,
    })),
  });
  previewCheck('A bill ahead of the end is written at each threshold once, and charges only what is new', {
    topic: 'rating',
    questions: [['10', '10', '10'], ['9.999', '0.001', '5'], ['25', '1', '1', '40'], ['0', '3'], []].map(
      (usage) => ({
        kind: 'interim-bills',
        currency: 'EUR',
        price: tiered,
        thresholds: ['21.00', '25.00', '40.00'],
        usage,
        fee: '31.00',
      }),
    ),
    tags: ['@risk-high'],
  });
  previewCheck('A minimum is owed for the days that were served', {
    topic: 'rating',
    questions: ['0', '3', '8.92', '9', '50'].flatMap((quantity) =>
      ['2026-02-01', '2026-02-04', '2026-02-28'].map((from) =>
        rating(each, quantity, {
          minimum: '10.00',
          commitmentPeriod: {
            whole: period('2026-02-01..2026-03-01'),
            used: period(`${from}..2026-03-01`),
            dayCount: 'actual',
          },
        }),
      ),
    ),
  });
  previewCheck('Usage that comes later costs the difference to what was billed', {
    topic: 'rating',
    questions: ['0', '1', '3.50', '400'].map((billedBefore) => rating(tiered, '12.5', { billedBefore })),
  });
  previewCheck('A bill takes late usage of as many months as it looks back, to the day', {
    topic: 'usage',
    questions: ['2026-02-28', '2026-03-01', '2026-03-28', '2026-03-29', '2026-04-30', '2026-05-31'].flatMap(
      (billedOn) =>
        [0, 1, 2].map((monthsBack) =>
          rating(tiered, '12.5', {
            late: { usedIn: period('2026-01-31..2026-02-28'), billedOn: localDate(billedOn), monthsBack },
          }),
        ),
    ),
    tags: ['@edge'],
  });
});
