import type { Charge } from '../../model/billing/catalog.ts';
import type { PriceModel } from '../../model/billing/price.ts';
import type { NewSubscription } from '../../model/billing/subscription.ts';
import { unitPrice } from './catalog-xml.ts';
import { jsonNumber } from './lossless-json.ts';
import { formName, type PlanForm } from './plan-names.ts';
import { product } from './read-invoice.ts';
import { usageOverrides } from './usage-overrides.ts';
import type { WorldState } from './world-state.ts';

type PricedOrder = Pick<NewSubscription, 'plan' | 'start' | 'quantity' | 'negotiated'>;

/** Seats and agreed prices are prices of the one subscription: Kill Bill has no quantity. */
export function priceOverrides({ prices, clock }: WorldState, wanted: PricedOrder, form: PlanForm): object {
  const { quantity, negotiated = [], plan } = wanted;
  const isKnown = prices.versions.some((version) => version.plan === plan);
  if (!isKnown || (quantity === '1' && negotiated.length === 0)) return {};
  const version = prices.versionOn(plan, wanted.start < clock.today ? wanted.start : clock.today);
  const { charges } = version;
  const fee = priceIn(charges, 'recurring', wanted);
  const setup = charges.find(({ kind }) => kind === 'one-off');
  const agreedSetup = negotiated.find((one) => one.charge === setup?.code)?.price;
  const planName = formName(form);
  const first = form.trialDays > 0 ? 'trial' : 'evergreen';
  const fixed = agreedSetup === undefined ? {} : { fixedPrice: jsonNumber(unitPrice(agreedSetup)) };
  const recurring = fee === null ? {} : { recurringPrice: jsonNumber(feeFor(fee, quantity)) };
  const usagePrices = usageOverrides(version, negotiated, form);
  const overrides = [
    {
      planName,
      phaseName: `${planName}-evergreen`,
      ...recurring,
      ...(first === 'evergreen' && fixed),
      ...(usagePrices.length > 0 && { usagePrices }),
    },
    ...(first === 'trial' && agreedSetup !== undefined
      ? [{ planName, phaseName: `${planName}-trial`, ...fixed }]
      : []),
  ];
  return { priceOverrides: overrides.filter((override) => Object.keys(override).length > 2) };
}

function feeFor(price: PriceModel, quantity: string): string {
  return product(unitPrice(price), price.kind === 'per-unit' ? quantity : '1');
}

/** What was agreed, else what the plan says; null where the plan has no such charge. */
function priceIn(
  charges: readonly Charge[],
  kind: 'recurring',
  { negotiated = [] }: PricedOrder,
): PriceModel | null {
  const charge = charges.find((one) => one.kind === kind);
  if (charge === undefined) return null;
  return negotiated.find((one) => one.charge === charge.code)?.price ?? charge.price;
}
