import type { Charge } from '../../model/billing/catalog.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import { taxOn } from '../../oracle/tax/tax.ts';
import { type Counts, counted } from '../counts.ts';
import type { CustomerHistory } from './customer-history.ts';

type Billing = CustomerHistory['billing'];

/** What was sold to whom, how it was metered, and what was taken off and put on. */
export function billingCounts(histories: readonly CustomerHistory[]): Readonly<Record<string, Counts>> {
  const all = histories.map(({ billing }) => billing);
  const one = (names: readonly string[]) => names.map((name) => [name, 1] as const);
  const charges = all.flatMap(({ plans }) => plans.flatMap((plan) => plan.charges));
  const metered = charges.filter((charge) => charge.kind === 'usage');
  return {
    timeZones: counted([], one(all.map(({ timeZone }) => timeZone))),
    currencies: counted(['EUR', 'USD', 'JPY', 'KWD'], one(all.map(({ currency }) => currency))),
    intervals: counted(['30 day', '2 week', '1 month', '3 month', '1 year'], one(all.flatMap(intervalsOf))),
    charges: counted(
      [...chargeKinds, ...meteredKinds, ...planKinds],
      one([...charges.flatMap(kindsOfCharge), ...all.flatMap(kindsOfPlans)]),
    ),
    aggregations: counted(
      ['sum', 'count', 'max', 'min', 'average', 'last', 'unique'],
      one(metered.map(({ aggregation = 'sum' }) => aggregation)),
    ),
    usage: counted(usageKinds, one(all.flatMap(usageOf))),
    taxes: counted(['taxed', 'exempt', 'reverse-charge', 'of a region'], one(all.flatMap(taxesOf))),
    coupons: counted(couponKinds, one(all.flatMap(couponsOf))),
  };
}

function intervalsOf({ plans }: Billing): readonly string[] {
  return plans.map(({ interval }) => `${interval.count} ${interval.unit}`);
}

const chargeKinds = ['advance', 'arrears', 'one-off', 'usage', 'charged in trial', 'tax category'];
const meteredKinds = ['included units', 'minimum', 'groups', 'buckets', 'hours'];
const planKinds = ['gross prices', 'other currencies', 'later version'];

function kindsOfCharge(charge: Charge): readonly string[] {
  const category = charge.taxCategory === undefined ? [] : ['tax category'];
  if (charge.kind !== 'recurring')
    return [charge.kind, ...category, ...(charge.kind === 'usage' ? kindsOfMeter(charge) : [])];
  return [charge.timing, ...category, ...(charge.inTrial === 'charged' ? ['charged in trial'] : [])];
}

function kindsOfMeter({ included, minimum, groupBy, buckets = [] }: UsageCharge): readonly string[] {
  return named({
    'included units': included !== undefined,
    minimum: minimum !== undefined,
    groups: groupBy !== undefined,
    buckets: buckets.length > 0,
    hours: buckets.some(({ hours }) => hours !== undefined),
  });
}

function kindsOfPlans({ plans }: Billing): readonly string[] {
  const names = new Set(plans.map(({ plan }) => plan));
  return [
    ...plans.flatMap(({ prices, otherCurrencies }) =>
      named({ 'gross prices': prices === 'gross', 'other currencies': otherCurrencies !== undefined }),
    ),
    ...named({ 'later version': plans.length > names.size }),
  ];
}

const usageKinds = ['in time', 'late', 'told twice', 'correction', 'of one subscription', 'for all'];

function usageOf({ usage }: Billing): readonly string[] {
  const ids = new Set<string>();
  return usage.flatMap(({ id, arrived, quantity, subscription }) => {
    const isAgain = ids.has(id);
    ids.add(id);
    return named({
      'in time': arrived === undefined,
      late: arrived !== undefined && !isAgain,
      'told twice': isAgain,
      correction: quantity.startsWith('-'),
      'of one subscription': subscription !== undefined,
      'for all': subscription === undefined,
    });
  });
}

function taxesOf(billing: Billing): readonly string[] {
  const { treatment } = taxOn(billing, { on: billing.until, category: null });
  return [treatment, ...((billing.tax?.customer.region ?? null) === null ? [] : ['of a region'])];
}

const couponKinds = [
  'percent',
  'amount',
  'for an invoice',
  'for plans',
  'for charges',
  'for one subscription',
  'expiring',
  'for some invoices',
  'stacked',
];

function couponsOf({ coupons = [] }: Billing): readonly string[] {
  const each = coupons.flatMap(({ coupon, subscription }) => [
    coupon.value.kind,
    { invoice: 'for an invoice', plans: 'for plans', charges: 'for charges' }[coupon.scope.kind],
    ...named({
      'for one subscription': subscription !== null,
      expiring: coupon.validUntil !== null,
      'for some invoices': coupon.invoicesMax !== null,
    }),
  ]);
  return [...each, ...named({ stacked: coupons.length > 1 })];
}

function named(facts: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(facts).flatMap(([name, holds]) => (holds ? [name] : []));
}
