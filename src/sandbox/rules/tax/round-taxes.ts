import type { PolicyProfile, RoundingMode, RoundingPoint } from '../../../model/billing/policy-profile.ts';
import { type CurrencyCode, minorUnitDigits } from '../../../model/currency.ts';
import type { Decimal } from '../../../model/decimal.ts';
import {
  type Fraction,
  fractionFromDecimal,
  fractionOf,
  larger,
  sum,
  zero,
} from '../../arithmetic/fraction.ts';
import { roundToMinor } from '../rating/round-to-minor.ts';
import { shareOut } from '../rating/share-out.ts';

export interface ExactTaxes {
  /** One for each line, in major units. */
  readonly exact: readonly Fraction[];
  readonly currency: CurrencyCode;
  readonly point: RoundingPoint;
  /** Of each line, where the taxes of one rate are rounded together. */
  readonly percents?: readonly Decimal[] | undefined;
  /** Absent: half-up. */
  readonly mode?: RoundingMode | undefined;
  /** Who gets the last coins of a sum. Absent: largest-remainder. */
  readonly remainder?: PolicyProfile['shareRemainder'];
}

/** The tax of each line in minor units: rounded by itself, or its share of a sum that was rounded once. */
export function roundTaxes(taxes: ExactTaxes): readonly bigint[] {
  const { exact, currency, point, percents, mode } = taxes;
  const byLine = exact.map((tax) => roundToMinor(tax, currency, mode));
  // Shares of a sum with credits in it would take from one line to give to another.
  if (point === 'line' || point === 'none' || exact.some((tax) => tax.over < 0n)) return byLine;
  if (point === 'invoice' || percents === undefined) return sharesOfSum(taxes, exact);
  const rateOf = (index: number) => fractionFromDecimal(percents[index] ?? '0');
  const rounded = [...byLine];
  for (const indexes of Map.groupBy(exact.keys(), (index) => keyOf(rateOf(index))).values()) {
    const shares = sharesOfSum(
      taxes,
      indexes.map((index) => exact[index] ?? zero),
    );
    for (const [place, index] of indexes.entries()) rounded[index] = shares[place] ?? 0n;
  }
  return rounded;
}

function sharesOfSum(
  { currency, mode, remainder }: ExactTaxes,
  exact: readonly Fraction[],
): readonly bigint[] {
  const unit = fractionOf(1n, 10n ** BigInt(minorUnitDigits(currency)));
  const whole = fractionOf(roundToMinor(sum(exact), currency, mode), unit.under);
  const parts = exact.map((tax) => larger(zero, tax));
  return shareOut({ amount: whole, parts, unit }, remainder).map((share) => roundToMinor(share, currency));
}

function keyOf({ over, under }: Fraction): string {
  return `${over}/${under}`;
}
