import fc from 'fast-check';
import { describe } from 'vitest';
import type { Calculation } from '../../model/billing/calculation.ts';
import { type Decimal, decimalFrom } from '../../model/decimal.ts';
import { propertyCheck } from './property-check.ts';

interface Piece {
  readonly line: number;
  readonly cents: number;
}

/** A few coins a line, so that the tax of a piece is rounded up or away as often as not. */
const smallLines = fc.array(
  fc.record({
    cents: fc.integer({ min: 1, max: 40 }),
    /** Below a cent: gone where each line is rounded. */
    tenths: fc.constantFrom(0, 0, 1, 4),
    taxPercent: fc.constantFrom('0', '7', '19', '25', '50'),
  }),
  { minLength: 1, maxLength: 3 },
);

/** The largest is all that is left of a line. */
const sizes = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.constantFrom(1, 1, 2, 3, 5, 9, 40)), {
  minLength: 1,
  maxLength: 14,
});

describe('Generated credit notes', () => {
  propertyCheck(
    'Any small pieces of any small lines, one note after the other, never more tax than there was',
    'credit',
    fc
      .record({
        lines: smallLines,
        sizes,
        roundingPoint: fc.constantFrom('line' as const, 'invoice' as const),
      })
      .map(({ lines, sizes: drawn, roundingPoint }): readonly Calculation[] => [
        {
          kind: 'credit-notes',
          currency: 'EUR',
          roundingPoint,
          lines: lines.map(({ cents, tenths, taxPercent }) => ({
            net: decimalFrom(BigInt(cents * 10 + (roundingPoint === 'line' ? tenths : 0)), 3),
            taxPercent,
          })),
          notes: piecesOf(
            lines.map(({ cents }) => cents),
            drawn,
          ).map((piece) => [partOf(piece)]),
        },
      ]),
  );
  propertyCheck(
    'Any pieces of any lines, not rounded at all',
    'credit',
    fc.record({ lines: smallLines, sizes }).map(({ lines, sizes: drawn }): readonly Calculation[] => [
      {
        kind: 'credit-notes',
        currency: 'EUR',
        roundingPoint: 'none',
        lines: lines.map(({ cents, taxPercent }) => ({ net: decimalFrom(BigInt(cents), 2), taxPercent })),
        notes: piecesOf(
          lines.map(({ cents }) => cents),
          drawn,
        ).map((piece) => [partOf(piece)]),
      },
    ]),
  );
});

/** In turn off the lines, as long as anything is left of them. */
function piecesOf(lines: readonly number[], drawn: readonly (readonly [number, number])[]): readonly Piece[] {
  const left = [...lines];
  return drawn.flatMap(([place, size]) => {
    const line = place % lines.length;
    const cents = Math.min(size, left[line] ?? 0);
    left[line] = (left[line] ?? 0) - cents;
    return cents === 0 ? [] : [{ line, cents }];
  });
}

function partOf({ line, cents }: Piece): { readonly line: number; readonly net: Decimal } {
  return { line, net: decimalFrom(BigInt(cents), 2) };
}
