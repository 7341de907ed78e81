import fc from 'fast-check';
import { describe } from 'vitest';
import type { DocumentDiscount, DocumentLine } from '../../model/billing/document-line.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { decimals } from './generated-questions.ts';
import { propertyCheck } from './property-check.ts';
import { documentOf } from './questions.ts';

const rates = ['0', '7', '19', '20', '8.875', '5.5'];
/** Within a price of these, tax and net have digits that end. */
const ratesThatEnd = ['0', '25', '60'];

/** Now and then with more digits than any currency has. */
const price = fc.oneof(decimals(500, 2), decimals(2, 2), decimals(500, 4));

function linesOf(
  kinds: readonly ('net' | 'gross')[],
  ofRates = rates,
): fc.Arbitrary<readonly DocumentLine[]> {
  return fc.array(
    fc.record({ net: price, taxPercent: fc.constantFrom(...ofRates), prices: fc.constantFrom(...kinds) }),
    { minLength: 1, maxLength: 5 },
  );
}

/** Off all lines, or off some of them. */
const scope = fc.option(fc.subarray([0, 1, 2], { minLength: 1 }), { nil: null });

/** Amounts are in whole minor units. */
function discountsIn(currency: string): fc.Arbitrary<readonly DocumentDiscount[]> {
  const discount = fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), percent: decimals(100, 1), lines: scope }),
    fc.record({
      kind: fc.constant('amount' as const),
      amount: decimals(200, minorUnitDigits(currency)),
      lines: scope,
    }),
  );
  return fc.array(discount, { maxLength: 2 });
}

const currencies = fc.constantFrom('EUR', 'EUR', 'JPY', 'KWD');

describe('Generated documents', () => {
  propertyCheck(
    'Any net and gross prices on one document, with any discounts, rounded on each line',
    'document',
    currencies.chain((currency) =>
      fc
        .tuple(linesOf(['net', 'gross']), discountsIn(currency))
        .map(([lines, discounts]) => [
          { ...documentOf([]), currency, lines, discounts: within(lines, discounts) },
        ]),
    ),
  );
  // Where tax is rounded for several lines at once, what a discount takes off the net of a gross price is a habit.
  for (const roundingPoint of ['tax-rate', 'invoice'] as const) {
    propertyCheck(
      `Any net prices with any discounts, and any gross prices, rounded by ${roundingPoint}`,
      'document',
      currencies.chain((currency) =>
        fc
          .tuple(linesOf(['net']), discountsIn(currency), linesOf(['gross']))
          .map(([net, discounts, gross]) => [
            { ...documentOf([]), currency, roundingPoint, lines: net, discounts: within(net, discounts) },
            { ...documentOf([]), currency, roundingPoint, lines: gross },
          ]),
      ),
    );
  }
  propertyCheck(
    'Any net and gross prices on one document, not rounded at all',
    'document',
    currencies.chain((currency) =>
      linesOf(['net', 'gross'], ratesThatEnd).map((lines) => [
        { ...documentOf([]), currency, roundingPoint: 'none', lines },
      ]),
    ),
  );
});

function within(
  { length }: readonly DocumentLine[],
  discounts: readonly DocumentDiscount[],
): readonly DocumentDiscount[] {
  return discounts.map((one) => {
    const lines = one.lines?.filter((line) => line < length) ?? null;
    return { ...one, lines: lines?.length === 0 ? [0] : lines };
  });
}
