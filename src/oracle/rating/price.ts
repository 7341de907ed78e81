import type { PriceModel } from '../../model/billing/price.ts';
import { HarnessFault, unreachable } from '../../model/fault.ts';
import {
  ceiling,
  compare,
  dividedBy,
  type Fraction,
  floor,
  fractionOf,
  isNegative,
  larger,
  minus,
  times,
  total,
  whole,
  zero,
} from '../arithmetic/fraction.ts';
import { plainText } from '../arithmetic/rounding.ts';
import type { Trail } from '../trail.ts';
import { percentagePrice } from './percentage.ts';
import { graduatedParts, stairstepParts, volumeParts } from './tiers.ts';

export interface Metered {
  readonly quantity: Fraction;
  /** Running totals of single events up to the quantity; empty when they are not known. */
  readonly runningTotals: readonly Fraction[];
}

export interface Priced {
  readonly amount: Fraction;
  /** What each tier contributes; empty for prices without tiers. */
  readonly parts: readonly Fraction[];
}

/** The exact price of a quantity, before minimum, maximum and rounding. */
export function priceOf(price: PriceModel, metered: Metered, trail: Trail): Priced {
  refuseNegative(metered.quantity);
  switch (price.kind) {
    case 'graduated':
      return ofParts(graduatedParts(price.tiers, metered.quantity, trail));
    case 'volume':
      return ofParts(volumeParts(price.tiers, metered.quantity, trail));
    case 'stairstep':
      return ofParts(stairstepParts(price.tiers, metered.quantity, trail));
    case 'flat':
    case 'per-unit':
    case 'package':
    case 'percentage':
    case 'dynamic':
      return { amount: untieredPrice(price, metered, trail), parts: [] };
    default:
      return unreachable(price, 'price model');
  }
}

type Untiered = Exclude<PriceModel, { readonly kind: 'graduated' | 'volume' | 'stairstep' }>;

function untieredPrice(price: Untiered, metered: Metered, trail: Trail): Fraction {
  switch (price.kind) {
    case 'flat':
      trail.note('flat price', price.amount);
      return fractionOf(price.amount);
    case 'per-unit':
      return multiplied(metered.quantity, { name: 'units at', factor: price.unit }, trail);
    case 'dynamic':
      return multiplied(metered.quantity, { name: 'of value times', factor: price.multiplier }, trail);
    case 'package':
      return packages(price, metered.quantity, trail);
    case 'percentage':
      return percentagePrice(price, { value: metered.quantity, runningTotals: metered.runningTotals }, trail);
    default:
      return unreachable(price, 'price model');
  }
}

function multiplied(
  quantity: Fraction,
  by: { readonly name: string; readonly factor: string },
  trail: Trail,
): Fraction {
  const amount = times(quantity, fractionOf(by.factor));
  trail.note(`${plainText(quantity)} ${by.name} ${by.factor}`, amount);
  return amount;
}

function packages(
  price: Extract<PriceModel, { kind: 'package' }>,
  quantity: Fraction,
  trail: Trail,
): Fraction {
  const size = fractionOf(price.packageSize);
  if (compare(size, zero) <= 0) throw badQuantity(`a package size of ${price.packageSize}`, 'one above zero');
  const paid = larger(zero, minus(quantity, fractionOf(price.freeUnits)));
  trail.note(`${plainText(quantity)} units less ${price.freeUnits} free ones`, paid);
  const held = dividedBy(paid, size);
  const [count, which] = price.partPackage === 'free' ? [floor(held), 'full'] : [ceiling(held), 'started'];
  const amount = times(whole(count), fractionOf(price.packagePrice));
  trail.note(`${count} ${which} packages of ${price.packageSize} at ${price.packagePrice}`, amount);
  return amount;
}

function ofParts(parts: readonly Fraction[]): Priced {
  return { amount: total(parts), parts };
}

function refuseNegative(quantity: Fraction): void {
  if (isNegative(quantity)) throw badQuantity(`a quantity of ${plainText(quantity)}`, 'zero or more');
}

function badQuantity(found: string, expected: string): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found ${found}, expected ${expected}.`,
    hint: 'Corrections of usage lower the quantity of the period; they are not rated alone.',
  });
}
