import type { PriceModel, Tier } from '../../../model/billing/price.ts';
import { type Decimal, decimalFrom, decimalParts } from '../../../model/decimal.ts';
import type { Fields } from '../fields.ts';
import { Inexpressible, NotUnderstood } from '../unreadable.ts';

/** Reads `price` by the format's conventions. An unknown model is a mistake of the file, a known one that we lack is not. */
export function readPrice(price: Fields): PriceModel {
  const model = price.has('model') ? price.text('model') : 'per_unit';
  const reader = Object.hasOwn(models, model) ? models[model] : undefined;
  if (reader !== undefined) return reader(price);
  if (model === 'graduated_blocks') throw new Inexpressible('the price model graduated_blocks');
  throw new NotUnderstood(
    `${price.path}.model: found "${model}", expected one of ${Object.keys(models).join(', ')}, graduated_blocks`,
  );
}

const models: Readonly<Record<string, (price: Fields) => PriceModel>> = {
  flat: flatPrice,
  flat_fee: flatPrice,
  per_unit: (price) => ({ kind: 'per-unit', unit: price.decimal('unit') }),
  package: (price) => ({
    kind: 'package',
    packageSize: price.decimal('packageSize'),
    packagePrice: price.decimal('packagePrice'),
    freeUnits: price.decimalOr('freeUnits', '0'),
  }),
  graduated: (price) => ({ kind: 'graduated', tiers: readTiers(price, unitOf) }),
  volume: (price) => ({ kind: 'volume', tiers: readTiers(price, unitOf) }),
  stairstep: (price) => ({ kind: 'stairstep', tiers: readTiers(price, noUnit) }),
  percentage: (price) => ({
    kind: 'percentage',
    ratePercent: price.decimal('ratePercent'),
    fixedPerEvent: price.decimalOr('fixedPerEvent', '0'),
    freeEvents:
      price.has('freeEvents') && price.peek('freeEvents') !== null ? price.count('freeEvents') : null,
    freeVolume: price.decimalOr('freeVolume', null),
  }),
  // Each tier takes its percentage of the value that falls into it: a unit price of a hundredth of it per unit of value.
  graduated_percentage: (price) => ({ kind: 'graduated', tiers: readTiers(price, percentAsUnit) }),
  dynamic: (price) => ({ kind: 'dynamic', multiplier: price.decimal('multiplier') }),
};

function flatPrice(price: Fields): PriceModel {
  return { kind: 'flat', amount: price.decimal('amount') };
}

function readTiers(price: Fields, unit: (tier: Fields) => Decimal): readonly Tier[] {
  return price.objects('tiers').map((tier) => ({
    upTo: tier.decimalOr('upTo', null),
    unit: unit(tier),
    flat: tier.decimalOr('flat', '0'),
  }));
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
