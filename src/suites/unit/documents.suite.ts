import { describe } from 'vitest';
import { previewCheck } from './preview-check.ts';
import { amountOff, documentOf, percentOff } from './questions.ts';

const three = ['10.333333', '10.333333', '10.333333'];
const taxedThree = ['0.10 @ 25', '0.10 @ 25', '0.10 @ 25'];

describe('Totals and rounding', () => {
  previewCheck('A document of no discount and no tax is the sum of its lines', {
    topic: 'document',
    questions: [documentOf(['249.95', '999.95']), documentOf(['0.01']), documentOf(['0'])],
  });
  previewCheck('Lines with more digits than the currency, rounded line by line', {
    topic: 'document',
    questions: [documentOf(three), documentOf(['0.005', '0.005', '0.015'])],
    tags: ['@risk-high'],
  });
  previewCheck('Lines with more digits than the currency, rounded once', {
    topic: 'document',
    questions: [documentOf(three, [], { roundingPoint: 'invoice' })],
  });
  previewCheck('Amounts in currencies of 0, 2, 3 and 4 digits', {
    topic: 'document',
    questions: ['JPY', 'KRW', 'EUR', 'KWD', 'CLF'].map((currency) =>
      documentOf(['1234.56785', '0.5', '99.99995'], [], { currency }),
    ),
  });
  previewCheck('Negative lines are rounded like positive ones', {
    topic: 'document',
    questions: [
      documentOf(['-10.125', '20.00']),
      documentOf(['-0.005', '-27.419', '54.839']),
      documentOf(['-100.5'], [], { currency: 'JPY' }),
    ],
  });
});

describe('Tax', () => {
  previewCheck('Tax of one line, with half cents among them', {
    topic: 'tax',
    questions: ['9.99 @ 21', '9.97 @ 21', '99.99 @ 19', '0.05 @ 10', '0.15 @ 10', '35.00 @ 8.25'].map(
      (line) => documentOf([line]),
    ),
    tags: ['@risk-high'],
  });
  previewCheck('Tax rounded on each line', { topic: 'tax', questions: [documentOf(taxedThree)] });
  previewCheck('Tax rounded once for the document', {
    topic: 'tax',
    questions: [documentOf(taxedThree, [], { roundingPoint: 'invoice' })],
  });
  previewCheck('Tax rounded once for each rate', {
    topic: 'tax',
    questions: [
      documentOf(taxedThree, [], { roundingPoint: 'tax-rate' }),
      documentOf(['33.33 @ 20', '33.33 @ 20', '33.34 @ 5.5'], [], { roundingPoint: 'tax-rate' }),
    ],
  });
  previewCheck('A tax that is rounded once is shared out over the lines', {
    topic: 'tax',
    questions: (['invoice', 'tax-rate'] as const).flatMap((roundingPoint) =>
      [taxedThree, ['33.33 @ 20', '0.02 @ 20', '33.34 @ 5.5'], ['1.11 @ 20', '1.11 @ 20', '1.11 @ 20']].map(
        (lines) => documentOf(lines, [], { roundingPoint, lineTaxes: 'shared' }),
      ),
    ),
  });
  previewCheck('Several rates on one document', {
    topic: 'tax',
    questions: [documentOf(['100.00 @ 20', '50.00 @ 20', '80.00 @ 5', '12.34 @ 0'])],
  });
  previewCheck('Tax without minor units', {
    topic: 'tax',
    questions: [documentOf(['1000 @ 10', '999 @ 10.5', '5 @ 10'], [], { currency: 'JPY' })],
  });
  previewCheck('Tax on a credit is the tax of the same charge', {
    topic: 'tax',
    questions: [documentOf(['-154.67 @ 25']), documentOf(['-20.00 @ 19', '40.00 @ 19'])],
  });
});

describe('Discounts', () => {
  previewCheck('A percentage is taken off each line and rounded there', {
    topic: 'discount',
    questions: [
      documentOf(['10.00'], [percentOff('33.333')]),
      documentOf(['1.00'], [percentOff('0.1')]),
      documentOf(['0.05', '0.05', '0.05'], [percentOff('10')]),
      documentOf(['1000'], [percentOff('33.333')], { currency: 'JPY' }),
    ],
  });
  previewCheck('Tax is on what the discount leaves', {
    topic: 'discount',
    questions: [
      documentOf(['35.00 @ 8.25'], [percentOff('10')]),
      documentOf(['99.99 @ 19', '0.99 @ 7'], [percentOff('15')]),
    ],
    tags: ['@risk-high'],
  });
  previewCheck('A fixed discount takes its whole amount, however it is shared out', {
    topic: 'discount',
    questions: [
      documentOf(['100.00 @ 20', '50.00 @ 5'], [amountOff('30.00')]),
      documentOf(['10.00 @ 20', '10.00 @ 20'], [amountOff('5.00')]),
    ],
  });
  previewCheck('A discount of the whole amount leaves nothing, and a larger one no less than nothing', {
    topic: 'discount',
    questions: [
      documentOf(['50.00 @ 20', '50.00 @ 20'], [amountOff('100.00')]),
      documentOf(['50.00 @ 20'], [amountOff('60.00')]),
      documentOf(['49.99 @ 20'], [percentOff('100')]),
    ],
  });
  previewCheck('Discounts apply in their order, each to what is left', {
    topic: 'discount',
    questions: [
      documentOf(['100.00 @ 20'], [percentOff('50'), amountOff('10.00')]),
      documentOf(['100.00 @ 20'], [amountOff('10.00'), percentOff('50')]),
      documentOf(['80.00'], [percentOff('10'), percentOff('10')]),
    ],
  });
  previewCheck('A discount on some lines leaves the others alone', {
    topic: 'discount',
    questions: [
      documentOf(['10.00 @ 10', '20.00 @ 20', '30.00 @ 10'], [amountOff('15.00', [0, 1])]),
      documentOf(['10.00 @ 10', '20.00 @ 20', '30.00 @ 10'], [percentOff('50', [2])]),
    ],
  });
});
