import fc from 'fast-check';
import { describe } from 'vitest';
import type { WalletStep } from '../../model/billing/credit-calculation.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { type Decimal, decimalFrom } from '../../model/decimal.ts';
import { decimals } from './generated-questions.ts';
import { propertyCheck } from './property-check.ts';

/** Credits are counted in hundred-thousandths. */
const credits = fc.oneof(
  fc.integer({ min: 1, max: 2_000_000 }),
  fc.integer({ min: 1, max: 40 }).map((whole) => whole * 100_000),
);

/** A part of all credits that are there: often all of them, so that the last cent goes with them. */
const part = fc.constantFrom(100, 100, 1, 33, 50, 99);

const movement = fc.oneof(
  credits.map((added) => ({ kind: 'add' as const, added })),
  part.map((percent) => ({ kind: 'take' as const, percent })),
);

function settlementIn(currency: string): fc.Arbitrary<WalletStep> {
  const digits = minorUnitDigits(currency);
  const coins = fc.integer({ min: 1, max: 9 }).map((minor) => decimalFrom(BigInt(minor), digits));
  const line = fc.record({
    net: fc.oneof(coins, decimals(20, digits)),
    taxPercent: fc.constantFrom('0', '7', '19', '8.875'),
  });
  const discount = fc.record({
    kind: fc.constant('percent' as const),
    percent: fc.constantFrom('10', '33.333', '100'),
    lines: fc.constant(null),
  });
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('add' as const, 'buy' as const), credits)
      .map(([kind, added]): WalletStep => ({ kind, credits: decimalFrom(BigInt(added), 5) })),
    decimals(20, digits).map((amount): WalletStep => ({ kind: 'convert', amount })),
    fc
      .record({
        lines: fc.array(line, { minLength: 1, maxLength: 3 }),
        discounts: fc.array(discount, { maxLength: 1 }),
        roundingPoint: fc.constantFrom('line' as const, 'invoice' as const),
        eligible: fc.constantFrom(null, null, [0]),
      })
      .map((invoice): WalletStep => ({ kind: 'invoice', ...invoice })),
  );
}

describe('Generated wallets', () => {
  propertyCheck(
    'Any small wallet: filled several times, emptied to the last credit, and used on invoices',
    'credit',
    fc.constantFrom('EUR', 'EUR', 'JPY', 'KWD').chain((currency) =>
      fc
        .tuple(
          fc.constantFrom('1', '0.37', '2.5', '0.001', '0.0051', '3'),
          credits,
          fc.array(movement, { maxLength: 6 }),
          fc.array(settlementIn(currency), { maxLength: 5 }),
        )
        .map(([rate, first, movements, settlements]) => [
          {
            kind: 'wallet',
            currency,
            rate,
            credits: decimalFrom(BigInt(first), 5),
            steps: [...told(first, movements), ...settlements],
          },
        ]),
    ),
  );
});

/** Before the first invoice anybody can say how many credits are left, so that no more than these are taken. */
function told(
  first: number,
  movements: readonly ({ kind: 'add'; added: number } | { kind: 'take'; percent: number })[],
): readonly WalletStep[] {
  let held = first;
  const text = (count: number): Decimal => decimalFrom(BigInt(count), 5);
  return movements.map((step): WalletStep => {
    const moved = step.kind === 'add' ? step.added : Math.floor((held * step.percent) / 100);
    held += step.kind === 'add' ? moved : -moved;
    return { kind: step.kind, credits: text(moved) };
  });
}
