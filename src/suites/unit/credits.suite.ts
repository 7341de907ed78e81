import fc from 'fast-check';
import { describe } from 'vitest';
import type { Calculation } from '../../model/billing/calculation.ts';
import type { WalletStep } from '../../model/billing/credit-calculation.ts';
import { decimalFrom } from '../../model/decimal.ts';
import { previewCheck } from './preview-check.ts';
import { propertyCheck } from './property-check.ts';

type RoundingPoint = 'line' | 'invoice' | 'none';

/** One note for each amount, each of them a part of the only line. */
function notesOf(net: string, taxPercent: string, parts: readonly string[]) {
  return {
    kind: 'credit-notes',
    currency: 'EUR',
    lines: [{ net, taxPercent }],
    notes: parts.map((part) => [{ line: 0, net: part }]),
    roundingPoint: 'line',
  } as const;
}

function voidOf(amounts: { total: string; paid: string; prepaid?: string; refunded?: string }): Calculation {
  return { kind: 'void', currency: 'EUR', prepaid: '0', refunded: '0', given: null, ...amounts };
}

function walletOf(credits: string, rate: string, steps: readonly WalletStep[]): Calculation {
  return { kind: 'wallet', currency: 'EUR', rate, credits, steps };
}

function invoice(
  nets: readonly string[],
  taxPercent: string,
  rest: Partial<Extract<WalletStep, { kind: 'invoice' }>> = {},
): WalletStep {
  const lines = nets.map((net) => ({ net, taxPercent }));
  return { kind: 'invoice', lines, discounts: [], roundingPoint: 'line', eligible: null, ...rest };
}

const roundingPoints = ['line', 'invoice'] as const;
const tags = ['@credit'];

describe('Credit notes of one invoice', () => {
  previewCheck('In parts of a line, down to the last cent of its tax', {
    topic: 'credit',
    questions: [
      notesOf('10.00', '19', ['3.33', '3.33', '3.34']),
      notesOf('0.10', '25', ['0.04', '0.04', '0.02']),
      notesOf('68.33', '20', ['13.67', '22.33', '32.33']),
      notesOf('100.00', '0', ['99.99', '0.01']),
    ],
    tags,
  });
  previewCheck('In parts, where the tax is rounded once for the document', {
    topic: 'credit',
    questions: [
      { ...notesOf('68.33', '20', ['13.67', '22.33', '32.33']), roundingPoint: 'invoice' },
      {
        kind: 'credit-notes',
        currency: 'JPY',
        lines: ['999', '501', '333'].map((net) => ({ net, taxPercent: '10' })),
        notes: [
          [{ line: 0, net: '333' }],
          [
            { line: 2, net: '333' },
            { line: 1, net: '1' },
          ],
          [
            { line: 0, net: '666' },
            { line: 1, net: '500' },
          ],
        ],
        roundingPoint: 'invoice',
      },
    ],
    tags,
  });
  propertyCheck(
    'Any parts of any lines, credited to the last',
    'credit',
    fc
      .tuple(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 90_000 }), fc.constantFrom('0', '7', '19', '8.875')), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...roundingPoints),
      )
      .map(([lines, cuts, roundingPoint]) => [partedNotes(lines, cuts, roundingPoint)]),
  );
});

describe('What a void gives back', () => {
  previewCheck('All that came in, less what was refunded before', {
    topic: 'credit',
    questions: [
      voidOf({ total: '120.00', paid: '120.00', refunded: '30.00' }),
      voidOf({ total: '120.00', paid: '0' }),
      voidOf({ total: '120.00', paid: '70.00', prepaid: '20.00', refunded: '90.00' }),
      voidOf({ total: '120.00', paid: '100.00', prepaid: '20.00', refunded: '99.99' }),
    ],
    tags,
  });
});

describe('A wallet', () => {
  previewCheck('Credits that are no whole cents', {
    topic: 'credit',
    questions: [
      walletOf('100', '1', [
        { kind: 'take', credits: '14.28444999' },
        { kind: 'take', credits: '0.005' },
      ]),
      walletOf('100', '0.37', [
        { kind: 'take', credits: '33.33333' },
        { kind: 'take', credits: '66.66667' },
      ]),
      walletOf('10', '0.001', [
        { kind: 'convert', amount: '1.034589' },
        { kind: 'convert', amount: '0.005' },
        { kind: 'buy', credits: '1034' },
      ]),
      walletOf('0', '0.37', [
        { kind: 'buy', credits: '17.9699999999' },
        { kind: 'buy', credits: '0.01' },
        { kind: 'add', credits: '0.01' },
      ]),
    ],
    tags,
  });
  previewCheck('Invoices of many small fees, never beyond their total and never a cent short', {
    topic: 'credit',
    questions: roundingPoints.flatMap((roundingPoint) => [
      walletOf('1000', '1', [invoice(['0.004', '0.004', '0.004'], '40', { roundingPoint })]),
      walletOf('1000', '1', [
        invoice(
          Array.from({ length: 17 }, () => '0.333'),
          '19',
          { roundingPoint },
        ),
      ]),
      walletOf('5', '1', [invoice(['1.01', '1.02', '1.03', '3.00'], '7.5', { roundingPoint })]),
      walletOf('1000', '2', [invoice(['10.00', '20.00', '7.77'], '19', { roundingPoint, eligible: [2] })]),
      walletOf('39', '1', [
        invoice(['14.29'], '24', { roundingPoint }),
        invoice(['14.27'], '24', { roundingPoint }),
      ]),
    ]),
    tags: [...tags, '@risk-high'],
  });
  previewCheck('After discounts, which leave it alone where nothing is left to pay', {
    topic: 'credit',
    questions: ['100.00', '60.00'].map((amount) =>
      walletOf('50', '1', [
        invoice(['50.00', '50.00'], '0', { discounts: [{ kind: 'amount', amount, lines: null }] }),
      ]),
    ),
    tags,
  });
  propertyCheck(
    'Any movements, up to a thousand of them',
    'credit',
    fc
      .tuple(
        fc.constantFrom('1', '0.37', '2.5', '0.01'),
        fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 1000 }),
      )
      .map(([rate, sizes]) => [
        walletOf(
          '1000000',
          rate,
          sizes.map((size) => movement(size)),
        ),
      ]),
  );
});

/** Every third one is an invoice, the others take fractions of credits. */
function movement(size: number): WalletStep {
  if (size % 3 === 0) return invoice([decimalFrom(BigInt(size), 3)], '19', { roundingPoint: 'invoice' });
  return { kind: 'take', credits: decimalFrom(BigInt(size), 6) };
}

/** Cuts each line's price at the given percentages, and credits the pieces in turn over all lines. */
function partedNotes(
  lines: readonly (readonly [number, string])[],
  cuts: readonly number[],
  roundingPoint: RoundingPoint,
): Calculation {
  const shares = [...new Set(cuts)].toSorted((a, b) => a - b);
  const pieces = lines.map(([cents]) => {
    const bounds = [0, ...shares.map((share) => Math.floor((cents * share) / 100)), cents];
    return bounds.slice(1).map((bound, index) => bound - (bounds[index] ?? 0));
  });
  const notes = Array.from({ length: shares.length + 1 }, (_, round) =>
    pieces.flatMap((parts, line) => {
      const cents = parts[round] ?? 0;
      return cents > 0 ? [{ line, net: decimalFrom(BigInt(cents), 2) }] : [];
    }),
  ).filter((parts) => parts.length > 0);
  return {
    kind: 'credit-notes',
    currency: 'EUR',
    lines: lines.map(([cents, taxPercent]) => ({ net: decimalFrom(BigInt(cents), 2), taxPercent })),
    notes,
    roundingPoint,
  };
}
