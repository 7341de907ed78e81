import type { PlanVersion } from '../../model/billing/catalog.ts';
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
  const setup = setupOverride(version, wanted);
  const isTrialFirst = form.trialDays > 0;
  const overrides = [
    {
      phase: 'evergreen',
      ...feeOverride(version, wanted),
      ...(isTrialFirst ? {} : setup),
      ...usageOverrides(version, negotiated, form),
    },
    { phase: 'trial', ...(isTrialFirst ? setup : {}) },
  ];
  const planName = formName(form);
  return {
    priceOverrides: overrides
      .filter((override) => Object.keys(override).length > 1)
      .map(({ phase, ...agreed }) => ({ planName, phaseName: `${planName}-${phase}`, ...agreed })),
  };
}

function setupOverride({ charges }: PlanVersion, { negotiated = [] }: PricedOrder): object {
  const setup = charges.find(({ kind }) => kind === 'one-off');
  const agreed = negotiated.find((one) => one.charge === setup?.code)?.price;
  return agreed === undefined ? {} : { fixedPrice: jsonNumber(unitPrice(agreed)) };
}

/** What was agreed, else what the plan says; nothing where the plan has no fee. */
function feeOverride({ charges }: PlanVersion, { quantity, negotiated = [] }: PricedOrder): object {
  const fee = charges.find(({ kind }) => kind === 'recurring');
  if (fee === undefined) return {};
  const price = negotiated.find((one) => one.charge === fee.code)?.price ?? fee.price;
  return {
    recurringPrice: jsonNumber(product(unitPrice(price), price.kind === 'per-unit' ? quantity : '1')),
  };
}
