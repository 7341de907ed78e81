import { describe } from 'vitest';
import { previewCheck } from './preview-check.ts';
import { proration } from './questions.ts';

const topic = 'proration' as const;

describe('Shares of a period', () => {
  previewCheck('A whole period costs the whole price', {
    topic,
    questions: [
      proration('99.99', { used: '2026-02-01..2026-03-01', of: '2026-02-01..2026-03-01' }),
      proration('99.99', { used: '2026-01-31..2026-02-28', of: '2026-01-31..2026-02-28' }),
      proration('1200', { used: '2024-01-01..2025-01-01', of: '2024-01-01..2025-01-01' }),
    ],
  });
  previewCheck('No day costs nothing', {
    topic,
    questions: [proration('99.99', { used: '2026-02-10..2026-02-10', of: '2026-02-01..2026-03-01' })],
  });
  previewCheck('One day at either end', {
    topic,
    questions: [
      proration('31.00', { used: '2026-01-01..2026-01-02', of: '2026-01-01..2026-02-01' }),
      proration('31.00', { used: '2026-01-31..2026-02-01', of: '2026-01-01..2026-02-01' }),
    ],
    tags: ['@risk-high'],
  });
  for (const [name, of] of [
    ['28 days', '2026-02-01..2026-03-01'],
    ['29 days', '2024-02-01..2024-03-01'],
    ['30 days', '2026-04-01..2026-05-01'],
    ['31 days', '2026-03-01..2026-04-01'],
  ] as const) {
    const [from, to] = of.split('..');
    const middle = `${from?.slice(0, 8)}15`;
    previewCheck(`Half a month of ${name}: both parts together are the whole`, {
      topic,
      questions: [
        proration('49.90', { used: `${from}..${middle}`, of }),
        proration('49.90', { used: `${middle}..${to}`, of }),
      ],
    });
  }
  previewCheck('A year with 29 February has 366 days, the year before it 365', {
    topic,
    questions: [
      proration('1188', { used: '2023-11-19..2024-07-19', of: '2023-07-19..2024-07-19' }),
      proration('5999.95', { used: '2015-03-15..2016-03-01', of: '2015-03-01..2016-03-01' }),
      proration('2399.95', { used: '2015-03-15..2016-01-01', of: '2015-01-01..2016-01-01' }),
    ],
  });
  previewCheck('A quarter is counted in its own days', {
    topic,
    questions: [
      proration('910', { used: '2024-05-20..2024-06-21', of: '2024-04-01..2024-07-01' }),
      proration('69.95', { used: '2012-05-12..2012-08-01', of: '2012-05-01..2012-08-01' }),
    ],
  });
  previewCheck('A clock change in the period adds and takes no day', {
    topic,
    questions: [
      proration('310', { used: '2026-03-28..2026-03-30', of: '2026-03-01..2026-04-01' }),
      proration('310', { used: '2026-10-24..2026-10-26', of: '2026-10-01..2026-11-01' }),
    ],
  });
  previewCheck('A currency without minor units gets whole units', {
    topic,
    questions: [
      proration(
        '1000',
        { used: '2026-01-01..2026-01-11', of: '2026-01-01..2026-02-01' },
        { currency: 'JPY' },
      ),
    ],
  });
  previewCheck('Half a cent goes where the target rounds it', {
    topic,
    questions: [
      proration('0.01', { used: '2026-04-01..2026-04-16', of: '2026-04-01..2026-05-01' }),
      proration('0.03', { used: '2026-04-01..2026-04-16', of: '2026-04-01..2026-05-01' }),
    ],
  });
  previewCheck('By months of 30 days the length of the month does not matter', {
    topic,
    questions: [
      proration(
        '19.95',
        { used: '2023-05-15..2023-05-23', of: '2023-04-23..2023-05-23' },
        { dayCount: 'fixed-30' },
      ),
      proration(
        '19.95',
        { used: '2023-05-23..2023-06-15', of: '2023-05-15..2023-06-15' },
        { dayCount: 'fixed-30' },
      ),
      proration(
        '30',
        { used: '2026-02-10..2026-03-01', of: '2026-02-01..2026-03-01' },
        { dayCount: 'fixed-30' },
      ),
    ],
  });
  // A period that ends early because its last month is short is still one month, two months, a year.
  previewCheck('By months of 30 days a whole period costs the whole price, wherever it ends', {
    topic,
    questions: [
      '2026-01-31..2026-02-28',
      '2026-12-31..2027-02-28',
      '2024-02-29..2025-02-28',
      '2026-02-28..2026-03-28',
    ].map((of) => proration('99.99', { used: of, of }, { dayCount: 'fixed-30' })),
  });
});
