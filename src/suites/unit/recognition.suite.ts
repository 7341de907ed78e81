import fc from 'fast-check';
import { describe } from 'vitest';
import type { Calculation } from '../../model/billing/calculation.ts';
import { type RecognitionGrain, recognitionGrains } from '../../model/billing/revenue.ts';
import { instant, instantFromMs, localDate } from '../../model/date.ts';
import { previewCheck } from './preview-check.ts';
import { propertyCheck } from './property-check.ts';

const topic = 'ledger' as const;

interface Service {
  readonly from: string;
  readonly to: string;
  readonly by?: RecognitionGrain;
  readonly currency?: string;
  readonly bookedOn?: string;
}

/** Days are taken from their first moment in UTC. */
function recognition(amount: string, service: Service): Calculation {
  const { from, to, by = 'day', currency = 'EUR', bookedOn } = service;
  return {
    kind: 'recognition',
    currency,
    amount,
    from: moment(from),
    to: moment(to),
    by,
    bookedOn: bookedOn === undefined ? null : localDate(bookedOn),
  };
}

function moment(text: string) {
  return instant(text.includes('T') ? text : `${text}T00:00:00Z`);
}

describe('Revenue over the months that it was paid for', () => {
  for (const by of recognitionGrains) {
    previewCheck(`A contract from the middle of a month to the middle of another, by ${by}`, {
      topic,
      tags: ['@close'],
      questions: [
        recognition('120.00', { from: '2026-06-15T12:00:00Z', to: '2026-10-13T12:00:00Z', by }),
        recognition('100.00', { from: '2026-01-31', to: '2026-04-30', by }),
        recognition('-77.77', { from: '2026-02-10', to: '2026-05-03', by }),
      ],
    });
    previewCheck(`A year is earned to the last cent, leap days among them, by ${by}`, {
      topic,
      tags: ['@close'],
      questions: [
        recognition('99.99', { from: '2026-01-01', to: '2027-01-01', by }),
        recognition('1000.00', { from: '2027-07-19', to: '2028-07-19', by }),
        recognition('1000', { from: '2026-03-15', to: '2027-03-15', by, currency: 'JPY' }),
        recognition('10.001', { from: '2026-03-15', to: '2027-03-15', by, currency: 'KWD' }),
      ],
    });
  }

  previewCheck('What was served before its invoice is earned with the invoice', {
    topic,
    tags: ['@close'],
    questions: [
      recognition('92.00', { from: '2026-10-01', to: '2027-01-01', bookedOn: '2026-11-01' }),
      recognition('92.00', { from: '2026-10-01', to: '2027-01-01', bookedOn: '2027-02-20' }),
      recognition('92.00', { from: '2026-10-01', to: '2027-01-01', bookedOn: '2026-09-30' }),
    ],
  });

  previewCheck('A service within one month, and one of a single day', {
    topic,
    questions: [
      recognition('10.00', { from: '2026-02-03', to: '2026-02-20' }),
      recognition('10.00', { from: '2026-02-28', to: '2026-03-01' }),
      recognition('0.01', { from: '2026-01-31', to: '2026-03-02' }),
    ],
  });

  // 17 and 14 of 31 days are EUR 54.8387 and 45.1612: cut to the cent, one is left over.
  previewCheck('A service that fills no whole month is earned to the last cent, too', {
    topic,
    tags: ['@close'],
    questions: (['day', 'millisecond', 'month-prorated'] as const).flatMap((by) => [
      recognition('100.00', { from: '2026-01-15', to: '2026-02-15', by }),
      recognition('-9.99', { from: '2026-03-17T06:00:00Z', to: '2026-04-16T06:00:00Z', by }),
    ]),
  });

  propertyCheck(
    'Contracts of any length and amount',
    topic,
    contracts().map((question) => [question]),
  );
});

function contracts(): fc.Arbitrary<Calculation> {
  const start = Date.parse('2026-01-01T00:00:00Z');
  return fc
    .tuple(
      fc.integer({ min: 0, max: 24 * 700 }),
      fc.integer({ min: 24, max: 24 * 800 }),
      fc.integer({ min: -99_999, max: 99_999_999 }),
      fc.constantFrom(...recognitionGrains),
    )
    .map(([fromHours, hours, minor, by]) => ({
      kind: 'recognition',
      currency: 'EUR',
      amount: `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`,
      from: instantFromMs(start + fromHours * 3_600_000),
      to: instantFromMs(start + (fromHours + hours) * 3_600_000),
      by,
      bookedOn: null,
    }));
}
