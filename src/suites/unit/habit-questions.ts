import type { Calculation } from '../../model/billing/calculation.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { amountOff, documentOf, percentOff, rating } from './questions.ts';

const halves = ['0.005', '0.015', '0.025', '1.0049', '-0.125', '-0.135'];
const taxed = ['0.10 @ 25', '0.10 @ 25', '33.35 @ 10', '9.99 @ 21'];

/** Notes of parts of two lines whose taxes leave a cent over: three times 0.63 of 1.90. */
const notes: Calculation = {
  kind: 'credit-notes',
  currency: 'EUR',
  lines: [
    { net: '10.00', taxPercent: '19' },
    { net: '10.05', taxPercent: '7' },
  ],
  notes: [
    [{ line: 0, net: '3.33' }],
    [{ line: 0, net: '3.33' }],
    [
      { line: 0, net: '3.34' },
      { line: 1, net: '10.05' },
    ],
  ],
  roundingPoint: 'line',
};

const account = (steps: Extract<Calculation, { kind: 'account' }>['steps']): Calculation => ({
  kind: 'account',
  currency: 'EUR',
  refunds: 'reopen-invoice',
  steps,
});

/** What shows a habit most plainly. */
export const habitQuestions: Partial<Record<keyof PolicyProfile, readonly Calculation[]>> = {
  roundingMode: [
    ...halves.map((net) => documentOf([net])),
    documentOf(taxed, [percentOff('12.5')]),
    // 0.005, 0.015 and 0.025 of tax in all.
    ...(['invoice', 'tax-rate'] as const).flatMap((roundingPoint) =>
      [
        ['0.05', '0.05'],
        ['0.10', '0.20'],
        ['0.30', '0.20'],
      ].map((nets) =>
        documentOf(
          nets.map((net) => `${net} @ 5`),
          [],
          { roundingPoint },
        ),
      ),
    ),
    rating({ kind: 'per-unit', unit: '0.005' }, '3'),
    rating({ kind: 'per-unit', unit: '0.5' }, '5', { currency: 'JPY' }),
    {
      kind: 'wallet',
      currency: 'EUR',
      rate: '0.333',
      credits: '100',
      steps: [
        { kind: 'take', credits: '0.5' },
        { kind: 'convert', amount: '0.125' },
        { kind: 'add', credits: '1.5' },
      ],
    },
    notes,
  ],
  taxBase: [documentOf(taxed, [percentOff('10')]), documentOf(taxed, [amountOff('20.00')])],
  shareRemainder: [
    documentOf(['10.00', '10.00', '10.00'], [amountOff('10.00')]),
    documentOf(['1.11 @ 20', '1.11 @ 20', '1.11 @ 20'], [], {
      roundingPoint: 'invoice',
      lineTaxes: 'shared',
    }),
    documentOf(['10.00', '10.00', '10.00', '0.00'], [amountOff('10.00')]),
    documentOf(['0.00', '10.00', '0.00', '10.00', '10.00', '0.00'], [amountOff('10.00')]),
    documentOf(['0.01', '33.33', '66.67', '0.02'], [amountOff('50.00'), amountOff('0.05')]),
    documentOf(['100', '100', '100'], [amountOff('100')], { currency: 'JPY' }),
    documentOf(['1', '3333', '6667', '2'], [amountOff('5000'), amountOff('5')], { currency: 'JPY' }),
    documentOf(['1.000', '1.000', '1.000'], [amountOff('1.000')], { currency: 'KWD' }),
    documentOf(['0.001', '3.333', '6.667', '0.002'], [amountOff('5.001')], { currency: 'KWD' }),
  ],
  creditNoteRemainder: [notes],
  paymentAllocation: [
    account([
      { kind: 'invoice', amount: '10.00' },
      { kind: 'invoice', amount: '20.00' },
      { kind: 'payment', invoice: null, amount: '15.00' },
      { kind: 'credit', amount: '5.00' },
    ]),
  ],
};
