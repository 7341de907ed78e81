import type { RecognitionGrain } from '../../../model/billing/revenue.ts';
import type { LocalDate } from '../../../model/date.ts';
import type { ServiceSlice } from '../subscription/service-slices.ts';

export interface EarnedMonth {
  readonly month: LocalDate;
  readonly amountMinor: bigint;
}

/** Each month gets its share without what is below a minor unit; the last whole month takes what the cuts left over. */
export function earnedByMonth(
  amountMinor: bigint,
  slices: readonly ServiceSlice[],
  by: RecognitionGrain,
): readonly EarnedMonth[] {
  const all = sum(slices.map(({ weight }) => weight));
  const parts = slices.map(({ weight }) => (all === 0n ? 0n : (amountMinor * weight) / all));
  const shares = by === 'month-prorated' ? evenWithin(amountMinor, slices, parts) : parts;
  const taker = takerOf(slices);
  const rest = amountMinor - sum(shares);
  return slices.map(({ month }, index) => ({
    month,
    amountMinor: (shares[index] ?? 0n) + (index === taker ? rest : 0n),
  }));
}

/** What first and last month leave, in equal parts over the whole months between. */
function evenWithin(
  amountMinor: bigint,
  slices: readonly ServiceSlice[],
  parts: readonly bigint[],
): readonly bigint[] {
  const wholes = slices.filter(({ isWhole }) => isWhole).length;
  const begun = sum(parts.filter((_, index) => slices[index]?.isWhole === false));
  return parts.map((part, index) => (slices[index]?.isWhole ? (amountMinor - begun) / BigInt(wholes) : part));
}

function takerOf(slices: readonly ServiceSlice[]): number {
  const whole = slices.findLastIndex(({ isWhole }) => isWhole);
  return whole >= 0 ? whole : slices.length - 1;
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
