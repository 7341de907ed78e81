import type { Charge, PlanVersion } from '../../model/billing/catalog.ts';
import type { PriceModel, Tier } from '../../model/billing/price.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import type { Decimal } from '../../model/decimal.ts';
import { unreachable } from '../../model/fault.ts';
import { showDate } from '../language/date-text.ts';
import { showInterval, showPrice, showQuantity } from '../language/price-text.ts';
import { type Said, step, unsaid } from '../said.ts';
import { sentencesOfMeter } from './sentences-of-meter.ts';

interface Offer {
  readonly version: PlanVersion;
  /** The customer's, in which the prices are told. */
  readonly currency: string;
}

/** All versions of one plan, at the prices that this customer is charged. */
export function sentencesOfPlan(versions: readonly PlanVersion[], currency: string): Said {
  const [first, ...later] = versions.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  if (first === undefined) return { steps: [], unsaid: [] };
  const charges = first.charges.map((charge) =>
    ofCharge(ownPrice(charge, first, currency), { version: first, currency }),
  );
  const changes = later.map((version) => ofLaterVersion(version, first, currency));
  const said = [...beginOf(first, { charges, currency }), ...charges, ...changes, ...ofTax(first)];
  return { steps: said.flatMap(({ steps }) => steps), unsaid: said.flatMap(({ unsaid }) => unsaid) };
}

/** Prices are told without tax, and all charges are taxed alike. */
function ofTax({ plan, prices, charges }: PlanVersion): readonly Said[] {
  return [
    ...(prices === 'gross' ? [unsaid(`that the prices of "${plan}" hold the tax`)] : []),
    ...charges.flatMap(({ code, taxCategory }) =>
      taxCategory === undefined ? [] : [unsaid(`the tax category of "${code}" of "${plan}"`)],
    ),
  ];
}

/** A fee tells period and currency along; a plan that does not begin with one is begun before. */
function beginOf(
  { plan, charges: [first], interval }: PlanVersion,
  { charges: [said], currency }: { readonly charges: readonly Said[]; readonly currency: string },
): readonly Said[] {
  if (first?.kind === 'recurring' && said !== undefined && said.steps.length > 0) return [];
  return [step(`the plan "${plan}" is billed in ${currency} per ${showInterval(interval)}`)];
}

function ofLaterVersion(version: PlanVersion, first: PlanVersion, currency: string): Said {
  const only = version.charges[0];
  const price = only === undefined ? null : ownPrice(only, version, currency).price;
  if (version.charges.length !== 1 || first.charges.length !== 1 || only?.kind !== 'recurring')
    return unsaid(`the prices of "${version.plan}" from ${showDate(version.effectiveFrom)} on`);
  const amount = price === null ? null : amountOf(price);
  if (amount === null) return unsaid(`a ${price?.kind} price of "${version.plan}"`);
  const day = showDate(version.effectiveFrom);
  return step(`the price of "${version.plan}" changes to ${showPrice(amount, currency)} on ${day}`);
}

function amountOf(price: PriceModel): Decimal | null {
  if (price.kind === 'flat') return price.amount;
  return price.kind === 'per-unit' ? price.unit : null;
}

function ownPrice(charge: Charge, { otherCurrencies = [] }: PlanVersion, currency: string): Charge {
  const own = otherCurrencies.find((other) => other.currency === currency)?.prices;
  const price = own?.find((each) => each.charge === charge.code)?.price;
  return price === undefined ? charge : { ...charge, price };
}

function ofCharge(charge: Charge, offer: Offer): Said {
  switch (charge.kind) {
    case 'recurring':
      return ofFee(charge, offer);
    case 'one-off':
      return ofSetup(charge, offer);
    case 'usage':
      return ofUsage(charge, offer);
    default:
      return unreachable(charge, 'charge');
  }
}

function ofFee(charge: Extract<Charge, { kind: 'recurring' }>, { version, currency }: Offer): Said {
  const { price, timing, inTrial, code } = charge;
  const interval = showInterval(version.interval);
  const missing = inTrial === 'charged' ? [`that trials do not free "${code}" of "${version.plan}"`] : [];
  const after = timing === 'arrears' ? ', billed afterwards' : '';
  if (price.kind === 'flat') {
    const cost = `the plan "${version.plan}" costs ${showPrice(price.amount, currency)} per ${interval}${after}`;
    return { steps: [cost], unsaid: missing };
  }
  if (price.kind !== 'per-unit') return unsaid(`the ${price.kind} price of "${code}" of "${version.plan}"`);
  const cost = `the plan "${version.plan}" costs ${showPrice(price.unit, currency)} per seat and ${interval}${after}`;
  return { steps: [cost], unsaid: missing };
}

function ofSetup({ price, code }: Extract<Charge, { kind: 'one-off' }>, { version, currency }: Offer): Said {
  if (price.kind !== 'flat') return unsaid(`the ${price.kind} price of "${code}" of "${version.plan}"`);
  return step(`the plan "${version.plan}" costs ${showPrice(price.amount, currency)} once, when it begins`);
}

function ofUsage(charge: UsageCharge, offer: Offer): Said {
  const price = ofUsagePrice(charge, offer);
  const terms = sentencesOfMeter(charge, offer);
  // Terms refine a charge that was told before.
  if (price.steps.length === 0) return { steps: [], unsaid: [...price.unsaid, ...terms.unsaid] };
  return { steps: [...price.steps, ...terms.steps], unsaid: [...price.unsaid, ...terms.unsaid] };
}

function ofUsagePrice(charge: UsageCharge, { version, currency }: Offer): Said {
  const { meter, price } = charge;
  const plan = `the plan "${version.plan}" charges`;
  switch (price.kind) {
    case 'per-unit':
      return step(`${plan} ${showPrice(price.unit, currency)} per unit of "${meter}"`);
    case 'graduated':
    case 'volume':
      return step(`${plan} "${meter}" by these ${price.kind} tiers:`, tierTable(price.tiers, currency));
    case 'stairstep':
      return step(`${plan} "${meter}" by these stair-step tiers:`, tierTable(price.tiers, currency));
    case 'package':
      return ofPackage(price, { plan, meter, currency });
    default:
      return unsaid(`the ${price.kind} price of "${meter}" of "${version.plan}"`);
  }
}

function ofPackage(
  price: Extract<PriceModel, { kind: 'package' }>,
  { plan, meter, currency }: { readonly plan: string; readonly meter: string; readonly currency: string },
): Said {
  const cost = showPrice(price.packagePrice, currency);
  const sentence = `${plan} ${cost} for each package of ${showQuantity(price.packageSize)} of "${meter}"`;
  const free = price.freeUnits === '0' ? [] : [`that ${price.freeUnits} units of "${meter}" are free`];
  return { steps: [sentence], unsaid: free };
}

function tierTable(tiers: readonly Tier[], currency: string): readonly string[] {
  const rows = tiers.map(({ upTo, unit, flat }) => [
    upTo === null ? 'no limit' : showQuantity(upTo),
    showPrice(unit, currency),
    showPrice(flat, currency),
  ]);
  return [['up to', 'unit price', 'flat fee'], ...rows].map((cells) => `  | ${cells.join(' | ')} |`);
}
