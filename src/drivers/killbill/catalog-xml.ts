import type { Charge, PlanVersion } from '../../model/billing/catalog.ts';
import type { PriceModel } from '../../model/billing/price.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import type { CurrencyCode } from '../../model/currency.ts';
import { addDays, type LocalDate, localDate } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import { billingPeriodOf } from './intervals.ts';
import { formName, type PlanForm, xmlName } from './plan-names.ts';
import { refuse } from './refuse.ts';
import { type BlockTier, tieredUsage } from './usage-tiers.ts';
import { element } from './xml.ts';

/** A form of a plan with the version of it that one version of the catalog sells. */
export interface OfferedPlan {
  readonly form: PlanForm;
  readonly version: PlanVersion;
  /** When it also begins to price running subscriptions; null where it never does. */
  readonly runningFrom: string | null;
}

const publish = 'catalog.publish';

/** One version of the whole catalog, in force from that day. */
export function catalogXml(effectiveFrom: LocalDate, plans: readonly OfferedPlan[]): string {
  const names = plans.map(({ form }) => formName(form));
  const currencies = unique(plans.flatMap(({ version }) => currenciesOf(version)));
  const meters = unique(plans.flatMap(({ version }) => version.charges.flatMap(metersOf)));
  const catalog = [
    element('effectiveDate', beginOf(effectiveFrom)),
    element('catalogName', 'tollgate'),
    element('recurringBillingMode', 'IN_ADVANCE'),
    element(
      'currencies',
      currencies.map((currency) => element('currency', currency)),
    ),
    element(
      'units',
      meters.map((meter) => element('unit', '', { name: unitName(meter) })),
    ),
    element(
      'products',
      plans.map((plan) => productXml(plan, plans)),
    ),
    rulesXml(plans),
    element('plans', plans.map(planXml)),
    element(
      'priceLists',
      element(
        'defaultPriceList',
        element(
          'plans',
          names.map((name) => element('plan', name)),
        ),
        {
          name: 'DEFAULT',
        },
      ),
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>${element('catalog', catalog)}`;
}

/** The name of a meter among those of plans and products, all of which are one name space. */
export function unitName(meter: string): string {
  return `unit.${xmlName(meter)}`;
}

/** Unique over all plans, as Kill Bill wants it; the charge's code stands at its end. */
export function usageName(form: PlanForm, code: string): string {
  return `${formName(form)}.usage.${xmlName(code)}`;
}

export function productName(form: PlanForm): string {
  return `product.${formName(form)}`;
}

function productXml({ form }: OfferedPlan, plans: readonly OfferedPlan[]): string {
  const addOns = plans.filter((plan) => plan.form.isAddOn).map((plan) => productName(plan.form));
  const available =
    form.isAddOn || addOns.length === 0
      ? ''
      : element(
          'available',
          addOns.map((name) => element('addonProduct', name)),
        );
  return element('product', [element('category', form.isAddOn ? 'ADD_ON' : 'BASE'), available], {
    name: productName(form),
  });
}

/** Changes and ends take effect when they are asked to; bill days are the subscription's own, or the account's first. */
function rulesXml(plans: readonly OfferedPlan[]): string {
  const aligned = (alignment: string, isMeant: (form: PlanForm) => boolean) =>
    plans
      .filter(({ form }) => isMeant(form))
      .map(({ form }) => alignmentXml(alignment, element('product', productName(form))));
  return element('rules', [
    policyXml('changePolicy', 'policy', 'IMMEDIATE'),
    policyXml('changeAlignment', 'alignment', 'START_OF_SUBSCRIPTION'),
    policyXml('cancelPolicy', 'policy', 'IMMEDIATE'),
    policyXml('createAlignment', 'alignment', 'START_OF_SUBSCRIPTION'),
    element('billingAlignment', [
      ...aligned('ACCOUNT', ({ billDay }) => billDay === 'account'),
      ...aligned('BUNDLE', ({ billDay, isAddOn }) => isAddOn && billDay === 'own'),
      alignmentXml('SUBSCRIPTION', ''),
    ]),
    element('priceList', element('priceListCase', element('toPriceList', 'DEFAULT'))),
  ]);
}

function policyXml(kind: string, what: string, value: string): string {
  return element(kind, element(`${kind}Case`, element(what, value)));
}

function alignmentXml(alignment: string, product: string): string {
  return element('billingAlignmentCase', [product, element('alignment', alignment)]);
}

function planXml({ form, version, runningFrom }: OfferedPlan): string {
  const recurring = version.charges.filter((charge) => charge.kind === 'recurring');
  const oneOff = version.charges.filter((charge) => charge.kind === 'one-off');
  if (recurring.length > 1 || oneOff.length > 1)
    refuse(publish, `a plan with ${recurring.length} recurring charges and ${oneOff.length} setup fees`);
  const [fee] = recurring;
  const setup = form.isFollowing ? undefined : oneOff[0];
  const usages = version.charges.filter((charge) => charge.kind === 'usage');
  const mode = fee?.timing === 'arrears' ? 'IN_ARREAR' : 'IN_ADVANCE';
  const trial = form.trialDays > 0 ? element('initialPhases', trialXml(form, version, setup)) : '';
  const paid = [
    element('duration', element('unit', 'UNLIMITED')),
    setup === undefined || form.trialDays > 0 ? '' : fixedXml(setup, version),
    fee === undefined ? '' : recurringXml(fee, version),
    usages.length === 0
      ? ''
      : element(
          'usages',
          usages.map((usage) => usageXml(form, usage, version)),
        ),
  ];
  return element(
    'plan',
    [
      runningFrom === null ? '' : element('effectiveDateForExistingSubscriptions', runningFrom),
      element('product', productName(form)),
      element('recurringBillingMode', mode),
      trial,
      element('finalPhase', paid, { type: 'EVERGREEN' }),
    ],
    { name: formName(form) },
  );
}

function trialXml(form: PlanForm, version: PlanVersion, setup: Charge | undefined): string {
  const phase = [
    element('duration', [element('unit', 'DAYS'), element('number', String(form.trialDays))]),
    setup === undefined ? element('fixed', element('fixedPrice', '')) : fixedXml(setup, version),
  ];
  return element('phase', phase, { type: 'TRIAL' });
}

function fixedXml(setup: Charge, version: PlanVersion): string {
  return element('fixed', element('fixedPrice', pricesXml(setup, version)));
}

function recurringXml(fee: Charge, version: PlanVersion): string {
  return element('recurring', [
    element('billingPeriod', billingPeriodOf(version.interval)),
    element('recurringPrice', pricesXml(fee, version)),
  ]);
}

function pricesXml(charge: Charge, version: PlanVersion): string {
  const { currency, otherCurrencies = [] } = version;
  const others = otherCurrencies.flatMap((other) =>
    other.prices
      .filter((one) => one.charge === charge.code)
      .map(({ price }) => priceXml(other.currency, unitPrice(price))),
  );
  return [priceXml(currency, unitPrice(charge.price)), ...others].join('');
}

/** What one unit costs; how many a subscription has is agreed with it. */
export function unitPrice(price: PriceModel): Decimal {
  if (price.kind === 'flat') return price.amount;
  if (price.kind === 'per-unit') return price.unit;
  return refuse(publish, `a periodic or setup fee with a ${price.kind} price`);
}

function priceXml(currency: CurrencyCode, value: Decimal): string {
  return element('price', [element('currency', currency), element('value', value)]);
}

function usageXml(form: PlanForm, charge: UsageCharge, version: PlanVersion): string {
  const { policy, tiers } = tieredUsage(charge, version.currency, version.otherCurrencies ?? []);
  const [first] = tiers;
  const rows = (first?.list ?? []).map((tier, index) =>
    tierXml(
      charge.meter,
      tier,
      tiers.map(({ currency, list }) => priceXml(currency, list[index]?.price ?? '0')),
    ),
  );
  return element(
    'usage',
    [element('billingPeriod', billingPeriodOf(version.interval)), element('tiers', rows)],
    {
      name: usageName(form, charge.code),
      billingMode: 'IN_ARREAR',
      usageType: 'CONSUMABLE',
      tierBlockPolicy: policy,
    },
  );
}

function tierXml(meter: string, { blockSize, blocks }: BlockTier, prices: readonly string[]): string {
  const block = [
    element('unit', unitName(meter)),
    element('size', blockSize),
    element('prices', prices),
    element('max', blocks ?? '-1'),
  ];
  return element('tier', element('blocks', element('tieredBlock', block)));
}

function currenciesOf({ currency, otherCurrencies = [] }: PlanVersion): readonly CurrencyCode[] {
  return [currency, ...otherCurrencies.map((other) => other.currency)];
}

function metersOf(charge: Charge): readonly string[] {
  return charge.kind === 'usage' ? [charge.meter] : [];
}

/** A moment that is before the day's first bill in every zone, and after the last of the day before. */
export function beginOf(day: LocalDate): string {
  return `${addDays(day, -1)}T11:00:00+00:00`;
}

/** The day on which the version of the catalog began that the server names by its moment. */
export function versionDay(moment: string): LocalDate {
  return addDays(localDate(moment.slice(0, 10)), 1);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
