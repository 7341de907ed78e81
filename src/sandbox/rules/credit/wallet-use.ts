import type { RoundingMode } from '../../../model/billing/policy-profile.ts';
import type { CurrencyCode } from '../../../model/currency.ts';
import { type Fraction, sum } from '../../arithmetic/fraction.ts';
import { roundToMinor } from '../rating/round-to-minor.ts';

/** A wallet before an invoice, in minor units; the parts are those that it may be used on, with their tax. */
export interface WalletQuestion {
  readonly available: bigint;
  readonly parts: readonly Fraction[];
  /** What is left to pay of the whole invoice. */
  readonly due: bigint;
  readonly currency: CurrencyCode;
}

/** The parts are summed exactly and rounded once, so that no fraction of a cent stays open, and none is given beyond the total. */
export function walletUse(
  { available, parts, due, currency }: WalletQuestion,
  mode: RoundingMode = 'half-up',
): bigint {
  const most = [available, roundToMinor(sum(parts), currency, mode), due];
  const least = most.reduce((left, right) => (left < right ? left : right));
  return least > 0n ? least : 0n;
}
