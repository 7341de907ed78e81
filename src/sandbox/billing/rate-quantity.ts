import type { PriceModel, Tier } from '../../model/billing/price.ts';
import { unreachable } from '../../model/fault.ts';
import {
  type Fraction,
  fractionFromDecimal,
  larger,
  minus,
  plus,
  sum,
  times,
  wholeNumber,
  zero,
} from '../arithmetic/fraction.ts';
import type { Rules } from '../rules/index.ts';
import type { TierBounds } from '../rules/rating/tier-units.ts';

export interface RatedQuantity {
  readonly amount: Fraction;
  /** What each tier contributed; empty for a price without tiers. */
  readonly perTier: readonly Fraction[];
}

export interface RatingQuestion {
  readonly price: PriceModel;
  readonly quantity: Fraction;
  /** The sum of events after each of them, for prices that count events. */
  readonly runningTotals: readonly Fraction[];
}

/** The exact amount in major units that the quantity costs. */
export function rateQuantity(rules: Rules, question: RatingQuestion): RatedQuantity {
  const { price, quantity } = question;
  switch (price.kind) {
    case 'flat':
      return untiered(rules.flatAmount({ amount: fractionFromDecimal(price.amount), quantity }));
    case 'per-unit':
      return untiered(times(quantity, fractionFromDecimal(price.unit)));
    case 'graduated':
      return rateGraduated(rules, price.tiers, quantity);
    case 'volume':
      return rateReached(rules, {
        tiers: price.tiers,
        quantity,
        unitPart: (tier) => priceUnits(rules, tier, quantity),
      });
    case 'stairstep':
      return rateReached(rules, { tiers: price.tiers, quantity, unitPart: () => zero });
    case 'package':
      return untiered(ratePackages(rules, price, quantity));
    case 'percentage':
      return untiered(rules.percentageAmount(price, question));
    case 'dynamic':
      return untiered(times(quantity, fractionFromDecimal(price.multiplier)));
    default:
      return unreachable(price, 'price model');
  }
}

function untiered(amount: Fraction): RatedQuantity {
  return { amount, perTier: [] };
}

function rateGraduated(rules: Rules, tiers: readonly Tier[], quantity: Fraction): RatedQuantity {
  const perTier = boundsOf(tiers).map(({ tier, bounds }, index) => {
    const units = rules.tierUnits(quantity, bounds);
    const isEntered = index === 0 || units.over > 0n;
    return isEntered ? plus(priceUnits(rules, tier, units), fractionFromDecimal(tier.flat)) : zero;
  });
  return { amount: sum(perTier), perTier };
}

function rateReached(
  rules: Rules,
  question: {
    readonly tiers: readonly Tier[];
    readonly quantity: Fraction;
    readonly unitPart: (tier: Tier) => Fraction;
  },
): RatedQuantity {
  const all = boundsOf(question.tiers);
  const reached = all.findIndex(({ bounds }) => rules.isWithinTier(question.quantity, bounds));
  const perTier = all.map(({ tier }, index) =>
    index === reached ? plus(question.unitPart(tier), fractionFromDecimal(tier.flat)) : zero,
  );
  return { amount: sum(perTier), perTier };
}

function priceUnits(rules: Rules, tier: Tier, units: Fraction): Fraction {
  const block = tier.block === undefined ? null : fractionFromDecimal(tier.block);
  return times(rules.unitsSold({ units, block }), fractionFromDecimal(tier.unit));
}

function boundsOf(tiers: readonly Tier[]): readonly { readonly tier: Tier; readonly bounds: TierBounds }[] {
  let above = zero;
  return tiers.map((tier) => {
    const upTo = tier.upTo === null ? null : fractionFromDecimal(tier.upTo);
    const bounds = { above, upTo };
    above = upTo ?? above;
    return { tier, bounds };
  });
}

function ratePackages(
  rules: Rules,
  price: Extract<PriceModel, { kind: 'package' }>,
  quantity: Fraction,
): Fraction {
  const units = larger(zero, minus(quantity, fractionFromDecimal(price.freeUnits)));
  const packageSize = fractionFromDecimal(price.packageSize);
  const packages = rules.packagesCharged({ units, packageSize, partPackage: price.partPackage });
  return times(wholeNumber(packages), fractionFromDecimal(price.packagePrice));
}
