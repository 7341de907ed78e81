import type { Tier } from '../../model/billing/price.ts';
import { HarnessFault } from '../../model/fault.ts';
import {
  ceiling,
  compare,
  dividedBy,
  type Fraction,
  fractionOf,
  isNegative,
  isZero,
  minus,
  plus,
  smaller,
  times,
  whole,
  zero,
} from '../arithmetic/fraction.ts';
import { plainText } from '../arithmetic/rounding.ts';
import type { Trail } from '../trail.ts';

/** Each tier prices its own units; its flat fee is due once a unit falls into it, the first one's always. */
export function graduatedParts(
  tiers: readonly Tier[],
  quantity: Fraction,
  trail: Trail,
): readonly Fraction[] {
  refuseBadTiers(tiers, quantity);
  let below = zero;
  return tiers.map((tier, index) => {
    const lower = below;
    const upper = tier.upTo === null ? quantity : smaller(quantity, fractionOf(tier.upTo));
    if (tier.upTo !== null) below = fractionOf(tier.upTo);
    const isEntered = index === 0 || compare(quantity, lower) > 0;
    if (!isEntered) return zero;
    const units = minus(upper, lower);
    const price = times(sold(tier, units, trail), fractionOf(tier.unit));
    trail.note(
      `tier ${index + 1}: ${plainText(units)} units above ${plainText(lower)} at ${tier.unit}`,
      price,
    );
    return plus(price, flatFee(tier, index, trail));
  });
}

/** The tier that holds the last unit prices all of them. */
export function volumeParts(tiers: readonly Tier[], quantity: Fraction, trail: Trail): readonly Fraction[] {
  const reached = tierReached(tiers, quantity);
  return tiers.map((tier, index) => {
    if (index !== reached) return zero;
    const price = times(sold(tier, quantity, trail), fractionOf(tier.unit));
    trail.note(`tier ${index + 1} prices all ${plainText(quantity)} units at ${tier.unit}`, price);
    return plus(price, flatFee(tier, index, trail));
  });
}

/** The tier that holds the last unit costs its flat fee, however many units there are. */
export function stairstepParts(
  tiers: readonly Tier[],
  quantity: Fraction,
  trail: Trail,
): readonly Fraction[] {
  const reached = tierReached(tiers, quantity);
  return tiers.map((tier, index) => {
    if (index !== reached) return zero;
    trail.note(`${plainText(quantity)} units reach step ${index + 1}`, fractionOf(tier.flat));
    return fractionOf(tier.flat);
  });
}

/** What is paid for: the units, or the blocks that hold them. */
function sold(tier: Tier, units: Fraction, trail: Trail): Fraction {
  if (tier.block === undefined) return units;
  const blocks = whole(ceiling(dividedBy(units, fractionOf(tier.block))));
  trail.note(`${plainText(units)} units in blocks of ${tier.block}`, blocks);
  return blocks;
}

function flatFee(tier: Tier, index: number, trail: Trail): Fraction {
  const fee = fractionOf(tier.flat);
  if (!isZero(fee)) trail.note(`tier ${index + 1}: flat fee`, fee);
  return fee;
}

function tierReached(tiers: readonly Tier[], quantity: Fraction): number {
  refuseBadTiers(tiers, quantity);
  return tiers.findIndex((tier) => tier.upTo === null || compare(quantity, fractionOf(tier.upTo)) <= 0);
}

function refuseBadTiers(tiers: readonly Tier[], quantity: Fraction): void {
  if (tiers.length === 0) throw badTiers('no tier', 'at least one');
  let below = zero;
  tiers.forEach((tier, index) => {
    const isLast = index === tiers.length - 1;
    if (tier.upTo === null) {
      if (!isLast) throw badTiers(`tier ${index + 1} without end`, 'only the last one so');
      return;
    }
    const upTo = fractionOf(tier.upTo);
    if (compare(upTo, below) <= 0) throw badTiers(`tier ${index + 1} up to ${tier.upTo}`, 'rising bounds');
    below = upTo;
    if (isLast && compare(quantity, upTo) > 0) {
      throw badTiers(`${plainText(quantity)} units above the last bound ${tier.upTo}`, 'a tier for them');
    }
  });
  if (isNegative(quantity)) throw badTiers(`a quantity of ${plainText(quantity)}`, 'zero or more');
}

function badTiers(found: string, expected: string): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found ${found}, expected ${expected} in a tiered price.`,
    hint: 'Bounds are inclusive and rise; the last tier has null for no bound.',
  });
}
