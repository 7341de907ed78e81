import type { RoundingPoint } from '../../model/billing/policy-profile.ts';
import { type CurrencyCode, minorUnitDigits } from '../../model/currency.ts';
import { type Fraction, fractionOf, larger, sum, zero } from '../arithmetic/fraction.ts';
import { roundToMinor } from './round-to-minor.ts';
import { shareOut } from './share-out.ts';

export interface ExactTaxes {
  /** One for each line, in major units. */
  readonly exact: readonly Fraction[];
  readonly currency: CurrencyCode;
  readonly point: RoundingPoint;
}

/** The tax of each line in minor units: rounded by itself, or its share of a sum that was rounded once. */
export function roundTaxes({ exact, currency, point }: ExactTaxes): readonly bigint[] {
  const byLine = exact.map((tax) => roundToMinor(tax, currency));
  // Shares of a sum with credits in it would take from one line to give to another.
  if (point !== 'invoice' || exact.some((tax) => tax.over < 0n)) return byLine;
  const unit = fractionOf(1n, 10n ** BigInt(minorUnitDigits(currency)));
  const whole = fractionOf(roundToMinor(sum(exact), currency), unit.under);
  const parts = exact.map((tax) => larger(zero, tax));
  return shareOut({ amount: whole, parts, unit }).map((share) => roundToMinor(share, currency));
}
