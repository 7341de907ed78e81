import type { ExchangeRate } from '../../../model/billing/exchange.ts';
import { minorUnitDigits } from '../../../model/currency.ts';
import { daysBetween, type LocalDate } from '../../../model/date.ts';
import { fractionFromDecimal, fractionOf, roundHalfUp, times } from '../../arithmetic/fraction.ts';

/** The latest of those that have come into force; null when none has. */
export function rateInForce(rates: readonly ExchangeRate[], day: LocalDate): ExchangeRate | null {
  const come = rates.filter(({ effectiveFrom }) => effectiveFrom <= day);
  return come.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)).at(-1) ?? null;
}

export interface RateAge {
  readonly effectiveFrom: LocalDate;
  readonly day: LocalDate;
  readonly daysMax: number;
}

/** A rate that nobody has renewed for so long says nothing of the day. */
export function isRateStale({ effectiveFrom, day, daysMax }: RateAge): boolean {
  return daysBetween(effectiveFrom, day) > daysMax;
}

export interface ExchangedAmount {
  readonly amountMinor: bigint;
  readonly from: string;
  readonly to: string;
  readonly rate: string;
}

/** Exact until the end, then half up to the smallest unit of the other currency, which may be another part of its unit. */
export function exchanged({ amountMinor, from, to, rate }: ExchangedAmount): bigint {
  const units = fractionOf(10n ** BigInt(minorUnitDigits(to)), 10n ** BigInt(minorUnitDigits(from)));
  return roundHalfUp(times(times(fractionOf(amountMinor, 1n), fractionFromDecimal(rate)), units));
}
