import { describe } from 'vitest';
import type { ConversionCalculation } from '../../model/billing/conversion.ts';
import type { ExchangeRate } from '../../model/billing/exchange.ts';
import { localDate } from '../../model/date.ts';
import { previewCheck } from './preview-check.ts';

/** What the central bank said on three days, and another bank on one of them. */
const rates: readonly ExchangeRate[] = [
  { from: 'EUR', to: 'USD', effectiveFrom: localDate('2026-01-12'), rate: '1.0831', source: 'ECB' },
  { from: 'EUR', to: 'USD', effectiveFrom: localDate('2026-01-14'), rate: '1.0900', source: 'ECB' },
  { from: 'EUR', to: 'USD', effectiveFrom: localDate('2026-01-15'), rate: '1.1111', source: 'bank' },
  { from: 'EUR', to: 'USD', effectiveFrom: localDate('2026-01-16'), rate: '1.0777', source: 'ECB' },
  { from: 'EUR', to: 'JPY', effectiveFrom: localDate('2026-01-14'), rate: '161.235', source: 'ECB' },
  { from: 'EUR', to: 'GBP', effectiveFrom: localDate('2026-01-12'), rate: '0.8612', source: 'ECB' },
  { from: 'GBP', to: 'EUR', effectiveFrom: localDate('2026-01-14'), rate: '1.1573', source: 'ECB' },
  { from: 'EUR', to: 'GBP', effectiveFrom: localDate('2026-01-16'), rate: '0.8701', source: 'ECB' },
];

function converted(
  amount: string,
  pair: string,
  more: { readonly on?: string; readonly source?: string } = {},
): ConversionCalculation {
  const [currency = '', to = ''] = pair.split(' to ');
  const { on = '2026-01-15', source = 'ECB' } = more;
  return { kind: 'conversion', currency, amount, to, on: localDate(on), source, rates };
}

describe('Amounts in another currency', () => {
  previewCheck('The rate is that of the day, or the last one before it', {
    topic: 'document',
    questions: ['2026-01-12', '2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16', '2026-03-01'].map(
      (on) => converted('100.00', 'EUR to USD', { on }),
    ),
  });
  previewCheck('The rate is that of the source', {
    topic: 'document',
    questions: [converted('100.00', 'EUR to USD', { source: 'bank' })],
  });
  previewCheck('The way back divides by the rate', {
    topic: 'document',
    questions: [converted('100.00', 'USD to EUR'), converted('0.01', 'USD to EUR')],
  });
  previewCheck('Of the rates there and back the later one counts', {
    topic: 'document',
    questions: ['2026-01-13', '2026-01-15', '2026-01-16', '2026-01-17'].flatMap((on) => [
      converted('100.00', 'GBP to EUR', { on }),
      converted('100.00', 'EUR to GBP', { on }),
    ]),
  });
  previewCheck('The converted amount has the digits of its own currency', {
    topic: 'document',
    questions: [
      converted('12.34', 'EUR to JPY'),
      converted('1989', 'JPY to EUR'),
      converted('5.55', 'EUR to EUR'),
    ],
  });
});
