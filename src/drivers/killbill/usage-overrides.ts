import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { PriceModel } from '../../model/billing/price.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import { unitName, usageName } from './catalog-xml.ts';
import { jsonNumber } from './lossless-json.ts';
import type { PlanForm } from './plan-names.ts';
import { refuse } from './refuse.ts';
import { type BlockTier, tieredUsage } from './usage-tiers.ts';

interface AgreedPrice {
  readonly charge: string;
  readonly price: PriceModel;
}

/**
 * Agreed prices of usage, by tier. Kill Bill finds the tier by unit, size and end, and leaves out without a word what it does
 * not find: other tiers than the plan's cannot be agreed. Nothing where none of usage was agreed.
 */
export function usageOverrides(
  { charges, currency }: PlanVersion,
  negotiated: readonly AgreedPrice[],
  form: PlanForm,
): object {
  const usagePrices = negotiated.flatMap(({ charge: code, price }) => {
    const charge = charges.find((one) => one.code === code);
    return charge?.kind === 'usage' ? [usageOverride(charge, { price, currency, form })] : [];
  });
  return usagePrices.length === 0 ? {} : { usagePrices };
}

type Agreed = Pick<AgreedPrice, 'price'> & Pick<PlanVersion, 'currency'> & { readonly form: PlanForm };

function usageOverride(charge: UsageCharge, { price, currency, form }: Agreed): object {
  const listed = tieredUsage(charge, currency, []);
  const agreed = tieredUsage({ ...charge, price }, currency, []);
  const tiers = agreed.tiers[0]?.list ?? [];
  if (shapeOf(tiers) !== shapeOf(listed.tiers[0]?.list ?? []) || agreed.policy !== listed.policy)
    refuse('subscription.negotiated', 'an agreed price of usage with other tiers than the plan has');
  return {
    usageName: usageName(form, charge.code),
    usageType: 'CONSUMABLE',
    billingMode: 'IN_ARREAR',
    tierBlockPolicy: agreed.policy,
    tierPrices: tiers.map((tier) => ({
      blockPrices: [
        {
          unitName: unitName(charge.meter),
          size: jsonNumber(tier.blockSize),
          price: jsonNumber(tier.price),
          max: jsonNumber(tier.blocks ?? '-1'),
        },
      ],
    })),
  };
}

function shapeOf(tiers: readonly BlockTier[]): string {
  return tiers.map(({ blockSize, blocks }) => `${blockSize} to ${blocks}`).join(', ');
}
