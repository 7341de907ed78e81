import type { PriceModel, Tier } from '../../../../model/billing/price.ts';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalFrom,
  decimalParts,
} from '../../../../model/decimal.ts';
import { fractionOf, times } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { Fields } from '../../fields.ts';
import { Inexpressible, NotUnderstood } from '../../unreadable.ts';

/** Reads `price` by the format's conventions. An unknown model is a mistake of the file, a known one that we lack is not. */
export function readPrice(price: Fields): PriceModel {
  const model = price.has('model') ? modelName(price.text('model')) : 'per_unit';
  const reader = Object.hasOwn(models, model) ? models[model] : undefined;
  if (reader !== undefined) return reader(price);
  throw new NotUnderstood(
    `${price.path}.model: found "${model}", expected one of ${Object.keys(models).join(', ')}`,
  );
}

/** "per-unit" and "perUnit" are "per_unit". */
export function modelName(text: string): string {
  return text
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/[\s-]/g, '_')
    .toLowerCase();
}

const models: Readonly<Record<string, (price: Fields) => PriceModel>> = {
  flat: flatPrice,
  flat_fee: flatPrice,
  per_unit: unitPrice,
  package: (price) => ({
    kind: 'package',
    packageSize: price.decimal(nameIn(price, 'packageSize', 'size', 'units')),
    packagePrice: price.decimal(nameIn(price, 'packagePrice', 'amount', 'price')),
    freeUnits: price.decimalOr('freeUnits', '0'),
  }),
  graduated: (price) => ({ kind: 'graduated', tiers: readTiers(price, unitOf) }),
  graduated_blocks: (price) => ({ kind: 'graduated', tiers: readBlocks(price) }),
  volume_blocks: (price) => ({ kind: 'volume', tiers: readBlocks(price) }),
  volume: (price) => ({ kind: 'volume', tiers: readTiers(price, unitOf) }),
  stairstep: (price) => ({ kind: 'stairstep', tiers: readTiers(price, noUnit) }),
  percentage: (price) => ({
    kind: 'percentage',
    ratePercent: price.decimal('ratePercent'),
    fixedPerEvent: price.decimalOr(
      nameIn(price, 'fixedPerEvent', 'fixed', 'fixedFee', 'fixedAmount', 'perEvent'),
      '0',
    ),
    freeEvents:
      price.has('freeEvents') && price.peek('freeEvents') !== null ? price.count('freeEvents') : null,
    freeVolume: price.decimalOr('freeVolume', null),
  }),
  // Each tier takes its percentage of the value that falls into it: a unit price of a hundredth of it per unit of value.
  graduated_percentage: (price) => ({ kind: 'graduated', tiers: readTiers(price, percentAsUnit) }),
  dynamic: (price) => ({ kind: 'dynamic', multiplier: price.decimal('multiplier') }),
};

/** Units that are counted by the thousand and rounded are sold in packages of a thousand. */
function unitPrice(price: Fields): PriceModel {
  const unit = price.decimal(price.has('unitPrice') ? 'unitPrice' : 'unit');
  const key = ['divideBy', 'divide_by', 'per'].find((name) => price.has(name));
  if (key === undefined) return { kind: 'per-unit', unit };
  return { kind: 'package', packageSize: price.decimal(key), packagePrice: unit, freeUnits: '0' };
}

function flatPrice(price: Fields): PriceModel {
  return { kind: 'flat', amount: price.decimal('amount') };
}

function readTiers(price: Fields, unit: (tier: Fields) => Decimal): readonly Tier[] {
  let reached: Decimal | null = '0';
  return price.objects('tiers').map((tier) => {
    if (tier.has('from')) refuseGap(tier, reached);
    reached = tier.decimalOr(nameIn(tier, 'upTo', 'to', 'until'), null);
    return { upTo: reached, unit: unit(tier), flat: tier.decimalOr('flat', '0') };
  });
}

/** A tier that says where it begins does so at the bound of the one before it, or one unit above. */
function refuseGap(tier: Fields, reached: Decimal | null): void {
  const from = tier.decimal('from');
  const isNext =
    reached !== null && [reached, addDecimals(reached, '1')].some((bound) => sameDecimal(from, bound));
  if (isNext) return;
  throw new NotUnderstood(
    `${tier.path}.from: found ${from}, expected ${reached ?? 'no tier'}, where the tier before it ends`,
  );
}

function sameDecimal(left: Decimal, right: Decimal): boolean {
  return compareDecimals(left, right) === 0;
}

/** Under which of the names a field stands; the first one, where it stands under none. */
function nameIn(fields: Fields, first: string, ...others: readonly string[]): string {
  return [first, ...others].find((name) => fields.has(name)) ?? first;
}

/**
 * `upTo` counts units from the first one, `blocks` and `max` count the blocks of the tier itself, as Kill Bill does. The last
 * tier has no end: what is beyond its bound is priced by it.
 */
function readBlocks(price: Fields): readonly Tier[] {
  const tiers = price.objects('tiers');
  let reached: Decimal | null = '0';
  return tiers.map((tier, index) => {
    const block = firstDecimal(tier, 'blockSize', 'packageSize', 'size', 'block') ?? '1';
    const unit = firstDecimal(tier, 'blockPrice', 'packagePrice', 'pricePerBlock', 'price', 'unit') ?? '0';
    const flat = tier.decimalOr('flat', '0');
    reached = boundOf(tier, block, reached);
    const bound = reached;
    return { upTo: index === tiers.length - 1 ? null : bound, unit, flat, block };
  });
}

function boundOf(tier: Fields, block: Decimal, before: Decimal | null): Decimal | null {
  const units = firstDecimal(tier, 'upTo', 'upToUnits', 'maxUnits');
  if (units !== null) return units;
  const upTo = firstDecimal(tier, 'upToBlocks');
  if (upTo !== null) return product(upTo, block);
  const blocks = firstDecimal(tier, 'maxBlocks', 'blocks', 'max');
  if (blocks === null || compareDecimals(blocks, '0') < 0) return null;
  return before === null ? null : addDecimals(before, product(blocks, block));
}

function firstDecimal(fields: Fields, ...keys: readonly string[]): Decimal | null {
  const key = keys.find((name) => fields.has(name));
  return key === undefined ? null : fields.decimalOr(key, null);
}

function unitOf(tier: Fields): Decimal {
  return tier.decimalOr('unit', '0');
}

function noUnit(tier: Fields): Decimal {
  const unit = unitOf(tier);
  if (decimalParts(unit).digits === 0n) return unit;
  throw new Inexpressible('a stairstep tier with a unit price');
}

function percentAsUnit(tier: Fields): Decimal {
  const { digits, scale } = decimalParts(
    tier.has('rate') ? tier.decimal('rate') : tier.decimal('ratePercent'),
  );
  return decimalFrom(digits, scale + 2);
}

function product(left: Decimal, right: Decimal): Decimal {
  return plainText(times(fractionOf(left), fractionOf(right)));
}
