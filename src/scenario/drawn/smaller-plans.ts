import type { Charge, PlanVersion } from '../../model/billing/catalog.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import type { CurrencyCode } from '../../model/currency.ts';

type Plans = readonly PlanVersion[];

/** Without later versions; at home in the customer's currency; then without one charge, or with a plainer one, in all versions. */
export function smallerPlans(plans: Plans, currency: CurrencyCode): readonly Plans[] {
  const firsts = plans.filter((version) =>
    plans.every(({ plan, effectiveFrom }) => plan !== version.plan || effectiveFrom >= version.effectiveFrom),
  );
  const home = plans.map((version) => atHome(version, currency));
  const net = plans.map(({ prices: _prices, ...version }) => version);
  return [
    ...(firsts.length < plans.length ? [firsts] : []),
    ...(plans.some((version) => version.currency !== currency) ? [home] : []),
    ...(plans.some(({ prices }) => prices === 'gross') ? [net] : []),
    ...firsts.flatMap(({ plan, charges }) =>
      charges.length < 2
        ? []
        : charges.toReversed().map(({ code }) => plans.map((each) => without(each, plan, code))),
    ),
    ...firsts.flatMap(({ plan, charges }) => charges.flatMap((charge) => plainer(plans, plan, charge))),
  ];
}

function without(version: PlanVersion, plan: string, code: string): PlanVersion {
  if (version.plan !== plan) return version;
  const { otherCurrencies, ...rest } = version;
  const charges = version.charges.filter((charge) => charge.code !== code);
  if (otherCurrencies === undefined) return { ...rest, charges };
  const others = otherCurrencies.map(({ currency, prices }) => ({
    currency,
    prices: prices.filter(({ charge }) => charge !== code),
  }));
  return { ...rest, charges, otherCurrencies: others };
}

function atHome(version: PlanVersion, currency: CurrencyCode): PlanVersion {
  const { otherCurrencies = [], ...rest } = version;
  const own = otherCurrencies.find((other) => other.currency === currency);
  if (own === undefined) return version;
  const charges = version.charges.map((charge) => {
    const price = own.prices.find((each) => each.charge === charge.code)?.price ?? charge.price;
    return { ...charge, price };
  });
  return { ...rest, currency, charges };
}

function plainer(plans: Plans, plan: string, charge: Charge): readonly Plans[] {
  return plainerCharges(charge).map((change) =>
    plans.map((version) =>
      version.plan === plan
        ? {
            ...version,
            charges: version.charges.map((each) => (each.code === charge.code ? change(each) : each)),
          }
        : version,
    ),
  );
}

/** A way in which a charge can be told in fewer words. */
interface Plainer {
  readonly fits: (charge: Charge) => boolean;
  readonly change: (charge: Charge) => Charge;
}

const usageTerms = ['groupBy', 'buckets', 'aggregation', 'included', 'minimum'] as const;

const ways: readonly Plainer[] = [
  {
    fits: ({ taxCategory }) => taxCategory !== undefined,
    change: ({ taxCategory: _category, ...rest }) => rest,
  },
  {
    fits: (charge) => charge.kind === 'recurring' && charge.timing === 'arrears',
    change: (charge) => (charge.kind === 'recurring' ? { ...charge, timing: 'advance' } : charge),
  },
  {
    fits: (charge) => charge.kind === 'recurring' && charge.inTrial !== undefined,
    change: (charge) => (charge.kind === 'recurring' ? { ...charge, inTrial: undefined } : charge),
  },
  {
    fits: (charge) => charge.kind === 'usage' && usageTerms.some((term) => charge[term] !== undefined),
    change: (charge) => (charge.kind === 'usage' ? bare(charge) : charge),
  },
  ...usageTerms.map((term) => ({
    fits: (charge: Charge) => charge.kind === 'usage' && charge[term] !== undefined,
    change: (charge: Charge) => (charge.kind === 'usage' ? { ...charge, [term]: undefined } : charge),
  })),
  {
    fits: ({ price }) => price.kind !== 'per-unit' && price.kind !== 'flat',
    change: (charge) => ({ ...charge, price: { kind: 'per-unit', unit: '0.5' } }),
  },
];

function plainerCharges(charge: Charge): readonly Plainer['change'][] {
  return ways.filter(({ fits }) => fits(charge)).map(({ change }) => change);
}

function bare({ kind, code, meter, price }: UsageCharge): UsageCharge {
  return { kind, code, meter, price };
}
