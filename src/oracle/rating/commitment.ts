import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { type CurrencyCode, minorUnitDigits } from '../../model/currency.ts';
import type { Period } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import { type Fraction, fractionOf, isNegative, minus, zero } from '../arithmetic/fraction.ts';
import { roundedTo } from '../arithmetic/rounding.ts';
import type { Trail } from '../trail.ts';
import { dayShare, shareOf } from './proration.ts';

/** What a charge is to bring in a period at least. */
export interface Commitment {
  readonly minimum: Decimal;
  readonly whole: Period;
  /** The part of it that was served: a part period owes a part of the minimum, unless the target asks for all. */
  readonly used: Period;
  /** What the usage itself is billed. */
  readonly already: Fraction;
  readonly currency: CurrencyCode;
}

export function missingToCommitment(commitment: Commitment, profile: PolicyProfile, trail: Trail): Fraction {
  const { minimum, whole, used, already, currency } = commitment;
  const isWhole = profile.minimumInPartPeriod === 'full';
  const share = dayShare(isWhole ? whole : used, whole, profile.dayCount);
  const owed = shareOf(fractionOf(minimum), share);
  trail.note(`minimum ${minimum} for ${share.days} of ${share.ofDays} days`, owed);
  const missing = minus(roundedTo(owed, minorUnitDigits(currency), profile.roundingMode), already);
  trail.note('missing to the minimum', isNegative(missing) ? zero : missing);
  return isNegative(missing) ? zero : missing;
}
