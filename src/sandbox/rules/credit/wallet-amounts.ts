import type { RoundingMode } from '../../../model/billing/policy-profile.ts';
import type { CurrencyCode } from '../../../model/currency.ts';
import { minorUnitDigits } from '../../../model/currency.ts';
import type { Decimal } from '../../../model/decimal.ts';
import {
  dividedBy,
  type Fraction,
  fractionFromDecimal,
  fractionOf,
  roundBy,
  times,
} from '../../arithmetic/fraction.ts';

/** A wallet counts hundred-thousandths of a credit. */
export const creditScale = 100_000n;

/** Digits after the fifth are cut: nobody gets more credits than he asked for. */
export function wholeCredits(credits: Fraction): bigint {
  return (credits.over * creditScale) / credits.under;
}

export interface CreditPrice {
  readonly rate: Decimal;
  readonly currency: CurrencyCode;
}

/** What the credits are worth, in minor units. */
export function creditValue(
  credits: bigint,
  { rate, currency }: CreditPrice,
  mode: RoundingMode = 'half-up',
): bigint {
  const major = times(fractionOf(credits, creditScale), fractionFromDecimal(rate));
  return roundBy(times(major, fractionOf(10n ** BigInt(minorUnitDigits(currency)), 1n)), mode);
}

/** As many credits as the amount costs. */
export function creditsFor(amountMinor: bigint, { rate, currency }: CreditPrice): bigint {
  const major = fractionOf(amountMinor, 10n ** BigInt(minorUnitDigits(currency)));
  return wholeCredits(dividedBy(major, fractionFromDecimal(rate)));
}

/** What a buyer gets who asked for so many credits: as many as the whole minor units pay for that he is charged. */
export function creditsBought(_asked: Fraction, amountMinor: bigint, price: CreditPrice): bigint {
  return creditsFor(amountMinor, price);
}
