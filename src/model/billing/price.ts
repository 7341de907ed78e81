import type { Decimal } from '../decimal.ts';

/**
 * One step of a tiered price. `upTo` is inclusive; `null` means without end. A fraction above a bound is in the next tier.
 * With a `block`, units are sold in blocks of so many, `unit` is the price of a block, and one that is begun is charged in full.
 */
export interface Tier {
  readonly upTo: Decimal | null;
  readonly unit: Decimal;
  readonly flat: Decimal;
  readonly block?: Decimal | undefined;
}

/**
 * How a quantity becomes an amount, in major units of the plan's currency.
 * graduated: each tier prices its own units and adds its flat fee once entered (the first one's is due at zero).
 * volume: the tier reached prices all units. stairstep: the tier reached costs its flat fee, whatever the quantity.
 * package: started packages are charged in full after the free units, unless a part of one is free. percentage: a share of the quantity taken as value.
 * dynamic: quantity times a multiplier.
 */
export type PriceModel =
  | { readonly kind: 'flat'; readonly amount: Decimal }
  | { readonly kind: 'per-unit'; readonly unit: Decimal }
  | { readonly kind: 'graduated'; readonly tiers: readonly Tier[] }
  | { readonly kind: 'volume'; readonly tiers: readonly Tier[] }
  | { readonly kind: 'stairstep'; readonly tiers: readonly Tier[] }
  | {
      readonly kind: 'package';
      readonly packageSize: Decimal;
      readonly packagePrice: Decimal;
      readonly freeUnits: Decimal;
      /** What the last package costs where it is not full. Absent: charged. */
      readonly partPackage?: 'charged' | 'free' | undefined;
    }
  | {
      readonly kind: 'percentage';
      readonly ratePercent: Decimal;
      readonly fixedPerEvent: Decimal;
      readonly freeEvents: number | null;
      readonly freeVolume: Decimal | null;
    }
  | { readonly kind: 'dynamic'; readonly multiplier: Decimal };

export type PriceKind = PriceModel['kind'];
