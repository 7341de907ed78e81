import type { CurrencyPrices } from '../../model/billing/catalog.ts';
import type { PriceModel, Tier } from '../../model/billing/price.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import type { CurrencyCode } from '../../model/currency.ts';
import { addDecimals, canonicalDecimal, type Decimal, decimalParts } from '../../model/decimal.ts';
import { refuse } from './refuse.ts';

/** A tier as Kill Bill has it: so many blocks of so many units, each block at a price. */
export interface BlockTier {
  readonly blockSize: Decimal;
  readonly price: Decimal;
  /** How many blocks; null without end. */
  readonly blocks: Decimal | null;
}

export interface TieredUsage {
  readonly policy: 'ALL_TIERS' | 'TOP_TIER';
  /** Per currency the same tiers, in the order of the list, with that currency's prices. */
  readonly tiers: readonly { readonly currency: CurrencyCode; readonly list: readonly BlockTier[] }[];
}

const publish = 'catalog.publish';

/** The tiers of a usage charge in all currencies of its plan. */
export function tieredUsage(
  charge: UsageCharge,
  currency: CurrencyCode,
  others: readonly CurrencyPrices[],
): TieredUsage {
  refuseWhatIsMissing(charge);
  const prices = [
    { currency, price: charge.price },
    ...others.flatMap((other) =>
      other.prices
        .filter((one) => one.charge === charge.code)
        .map(({ price }) => ({ currency: other.currency, price })),
    ),
  ];
  return {
    policy: charge.price.kind === 'volume' ? 'TOP_TIER' : 'ALL_TIERS',
    tiers: prices.map(({ currency: code, price }) => ({
      currency: code,
      list: blockTiers(price, charge.included ?? '0'),
    })),
  };
}

function refuseWhatIsMissing({
  aggregation = 'sum',
  groupBy,
  buckets,
  minimum,
  price,
  included,
}: UsageCharge) {
  if (aggregation !== 'sum') refuse(publish, `usage that is aggregated by ${aggregation}`);
  if (groupBy !== undefined || buckets !== undefined) refuse(publish, 'usage with groups or buckets');
  if (minimum !== undefined) refuse(publish, 'a minimum for usage');
  if (included !== undefined && price.kind !== 'per-unit' && price.kind !== 'graduated')
    refuse(publish, `included units with a ${price.kind} price`);
}

function blockTiers(price: PriceModel, included: Decimal): readonly BlockTier[] {
  const free = isZero(included) ? [] : [{ blockSize: '1', price: '0', blocks: included }];
  switch (price.kind) {
    case 'per-unit':
      return [...free, { blockSize: '1', price: price.unit, blocks: null }];
    case 'graduated':
      return [...free, ...tiersOf(price.tiers)];
    case 'volume':
      return tiersOf(price.tiers);
    case 'package': {
      if (price.partPackage === 'free') refuse(publish, 'packages that cost nothing until they are full');
      const freeUnits = isZero(price.freeUnits)
        ? []
        : [{ blockSize: '1', price: '0', blocks: price.freeUnits }];
      return [...freeUnits, { blockSize: price.packageSize, price: price.packagePrice, blocks: null }];
    }
    default:
      return refuse(publish, `usage with a ${price.kind} price`);
  }
}

/** Our bounds are counted from zero, Kill Bill's from the end of the tier before. */
function tiersOf(tiers: readonly Tier[]): readonly BlockTier[] {
  return tiers.map(({ upTo, unit, flat }, index) => {
    if (!isZero(flat)) refuse(publish, 'a tier with a fee of its own');
    const before = tiers[index - 1]?.upTo ?? '0';
    const blocks = upTo === null ? null : canonicalDecimal(addDecimals(upTo, negative(before)));
    return { blockSize: '1', price: unit, blocks };
  });
}

function negative(decimal: Decimal): Decimal {
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`;
}

export function isZero(decimal: Decimal): boolean {
  return decimalParts(decimal).digits === 0n;
}
