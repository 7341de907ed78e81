import type { PriceModel, Tier } from '../../../../model/billing/price.ts';
import { type Decimal, decimalParts } from '../../../../model/decimal.ts';
import { fractionOf, isZero, times } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { Inexpressible } from '../../unreadable.ts';

/**
 * Tiers that count units by the thousand, a part of a thousand as a whole one, are tiers of blocks of a thousand: the same
 * bounds in single units, the same price for a block. Only where each bound is a whole number of blocks do both round alike.
 */
export function dividedTiers(
  price: Extract<PriceModel, { readonly tiers: readonly Tier[] }>,
  divideBy: Decimal,
): PriceModel {
  if (isZero(fractionOf(divideBy))) throw new Inexpressible('units that are divided by nothing');
  const tiers = price.tiers.map((tier) => ({
    ...tier,
    upTo: tier.upTo === null ? null : inSingleUnits(tier.upTo, divideBy),
    ...(price.kind === 'stairstep' ? {} : { block: ownBlock(tier, divideBy) }),
  }));
  return { ...price, tiers };
}

function inSingleUnits(bound: Decimal, divideBy: Decimal): Decimal {
  const { digits, scale } = decimalParts(plainText(fractionOf(bound)));
  if (scale > 0 && digits !== 0n) throw new Inexpressible(`a tier up to ${bound} of units that are divided`);
  return plainText(times(fractionOf(bound), fractionOf(divideBy)));
}

function ownBlock({ block }: Tier, divideBy: Decimal): Decimal {
  if (block !== undefined)
    throw new Inexpressible('units that are divided before they are counted in blocks');
  return divideBy;
}
