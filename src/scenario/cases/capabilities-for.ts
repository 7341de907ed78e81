import type { Calculation } from '../../model/billing/calculation.ts';
import type { Interval } from '../../model/billing/catalog.ts';
import type { PriceModel } from '../../model/billing/price.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import { type Period, periodDays } from '../../model/date.ts';
import { unreachable } from '../../model/fault.ts';
import type { Capability } from '../../target/capability.ts';

/** What a target must be able to do before the question can be put to it. */
export function capabilitiesFor(calculation: Calculation): readonly Capability[] {
  switch (calculation.kind) {
    case 'rating': {
      const price = priceCapabilities(calculation.price);
      const minimum: readonly Capability[] = calculation.minimum === null ? [] : ['price.minimum'];
      const late = named('usage.late', calculation.billedBefore !== undefined);
      const lookBack = named('preview.look-back', calculation.late !== undefined);
      const maximum: readonly Capability[] = calculation.maximum === null ? [] : ['price.maximum'];
      return ['preview.rating', ...price, ...minimum, ...maximum, ...late, ...lookBack];
    }
    case 'document': {
      const isGross = calculation.lines.some(({ prices }) => prices === 'gross');
      const isTaxed = calculation.lines.some(({ taxPercent }) => /[1-9]/.test(taxPercent));
      const isDiscounted = calculation.discounts.length > 0;
      return [
        'preview.document',
        ...(isTaxed ? (['tax'] as const) : []),
        ...named('tax.gross-prices', isGross),
        ...(isDiscounted ? (['discount'] as const) : []),
        ...named('preview.line-taxes', calculation.lineTaxes === 'shared'),
      ];
    }
    case 'proration':
      return [
        'preview.proration',
        ...named('proration.fixed-30', calculation.dayCount === 'fixed-30'),
        ...named('proration.other-periods', !isAboutAMonth(calculation.whole)),
      ];
    case 'hourly-commitment':
      return ['preview.metering', 'price.minimum'];
    case 'interim-bills':
      return ['preview.metering', ...priceCapabilities(calculation.price)];
    case 'metering':
      return [
        'preview.metering',
        ...chargeCapabilities(calculation.charge),
        ...named(
          'usage.corrections',
          calculation.events.some(({ quantity }) => quantity.startsWith('-')),
        ),
      ];
    case 'tax':
      return ['preview.tax', 'tax.place', 'tax.status'];
    case 'coupon-series':
      return [
        'preview.coupon-series',
        'coupon.limits',
        ...named('preview.coupon-rest', calculation.coupon.rest === 'kept'),
      ];
    case 'credited-document':
      return ['preview.credited-document', 'discount'];
    case 'account':
    case 'dunning':
    case 'credit-notes':
    case 'postings':
    case 'void':
    case 'wallet':
      return [`preview.${calculation.kind}`];
    case 'conversion':
      return ['preview.conversion'];
    case 'periods': {
      const isStub = calculation.billing === 'calendar' && isLong(calculation.interval);
      return ['preview.periods', ...named('subscription.long-periods', isStub)];
    }
    case 'recognition':
      return ['preview.recognition'];
    default:
      return unreachable(calculation, 'calculation');
  }
}

/** What a target must be able to do before a plan with the charge can be sold. */
export function chargeCapabilities(charge: UsageCharge): readonly Capability[] {
  const buckets = charge.buckets ?? [];
  const prices = [charge, ...buckets].flatMap(({ price }) => priceCapabilities(price));
  return [
    'usage',
    ...prices,
    ...named('usage.aggregation', (charge.aggregation ?? 'sum') !== 'sum'),
    ...named('usage.levels', charge.aggregation === 'weighted-sum'),
    ...named('usage.dimensions', charge.groupBy !== undefined || buckets.length > 0),
    ...named('price.allowance', charge.included !== undefined),
    ...named('price.minimum', charge.minimum !== undefined),
  ];
}

function priceCapabilities(price: PriceModel): readonly Capability[] {
  const inBlocks = 'tiers' in price && price.tiers.some(({ block }) => block !== undefined);
  return [
    `price.${price.kind}`,
    ...named('price.blocks', inBlocks),
    ...named('price.full-packages', price.kind === 'package' && price.partPackage === 'free'),
    ...named('price.tier-fees', hasTierFees(price)),
  ];
}

function isAboutAMonth(whole: Period): boolean {
  const days = periodDays(whole);
  return days >= 28 && days <= 31;
}

function isLong({ unit, count }: Interval): boolean {
  return unit === 'year' || (unit === 'month' && count > 1);
}

/** A stairstep is nothing but fees of its tiers. */
function hasTierFees(price: PriceModel): boolean {
  if (price.kind !== 'graduated' && price.kind !== 'volume') return false;
  return price.tiers.some(({ flat }) => /[1-9]/.test(flat));
}

function named(capability: Capability, isNeeded: boolean): readonly Capability[] {
  return isNeeded ? [capability] : [];
}
