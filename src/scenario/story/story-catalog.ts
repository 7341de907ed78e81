import type { Charge, ChargePrice, Interval, PlanVersion } from '../../model/billing/catalog.ts';
import type { PriceModel, Tier } from '../../model/billing/price.ts';
import type { UsageCharge as ModelUsageCharge } from '../../model/billing/usage-charge.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import { type Money, moneyAmount } from '../../model/money.ts';
import type { TargetSession } from '../../target/session.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import { readUnitPrice, type UnitPrice } from '../language/money-text.ts';
import { readQuantity } from '../language/quantity-text.ts';
import { cell, optionalCell, readTable, type Table } from '../language/table.ts';
import type { StoryClock } from './story-clock.ts';

/** Plans of a scenario have always been in force, unless it gives a day. */
const always = localDate('2000-01-01');

interface Draft {
  version: PlanVersion;
  isPublished: boolean;
}

export interface RecurringCharge {
  readonly plan: string;
  readonly interval: Interval;
  readonly currency: string;
  readonly price: PriceModel;
  readonly timing: 'advance' | 'arrears';
}

export interface UsageCharge {
  readonly plan: string;
  readonly meter: string;
  readonly currency: string | null;
  readonly price: PriceModel;
}

/** What a usage charge may have beside its price. */
export type UsageTerms = Pick<ModelUsageCharge, 'aggregation' | 'included' | 'minimum'>;

/** The plans of one scenario, written down sentence by sentence and published before the first event. */
export class StoryCatalog {
  readonly #drafts = new Map<string, Draft[]>();

  constructor(clock: StoryClock) {
    clock.prepare((session) => this.#publish(session));
  }

  /** A periodic fee; begins the plan when it is new. */
  addRecurring(charge: RecurringCharge): void {
    const { plan, interval, currency, timing, price } = charge;
    this.begin({ plan, interval, currency });
    const count = this.#latest(plan).version.charges.filter(({ kind }) => kind === 'recurring').length;
    const code = codeOf(plan, count === 0 ? 'fee' : `fee-${count + 1}`);
    this.#add(plan, currency, { kind: 'recurring', code, timing, price });
  }

  addUsage({ plan, meter, currency, price }: UsageCharge): void {
    const draft = this.#latest(plan);
    this.#add(plan, currency ?? draft.version.currency, {
      kind: 'usage',
      code: codeOf(meter, 'usage'),
      meter: codeOf(meter),
      price,
    });
  }

  /** How the charge for the meter counts, what it includes, or what it comes to at least. */
  refineUsage(plan: string, meter: string, terms: UsageTerms): void {
    const draft = this.#latest(plan);
    const code = codeOf(meter);
    const isOf = (charge: Charge) => charge.kind === 'usage' && charge.meter === code;
    if (draft.isPublished || !draft.version.charges.some(isOf))
      throw new ScenarioDefect(
        `Found no charge of "${plan}" for "${meter}", expected one before it is sold.`,
      );
    const charges = draft.version.charges.map((charge) => (isOf(charge) ? { ...charge, ...terms } : charge));
    draft.version = { ...draft.version, charges };
  }

  /** A plan without a fee, or the period and currency of one that gets its charges later. */
  begin(plan: { readonly plan: string; readonly interval: Interval; readonly currency: string }): void {
    if (this.#drafts.has(plan.plan)) return;
    this.#drafts.set(plan.plan, [
      {
        isPublished: false,
        version: { ...plan, plan: codeOf(plan.plan), effectiveFrom: always, charges: [] },
      },
    ]);
  }

  /** A fee that is due once, when the subscription begins. */
  addSetup(plan: string, fee: Money): void {
    const price = { kind: 'flat', amount: moneyAmount(fee) } as const;
    this.#add(plan, fee.currency, { kind: 'one-off', code: codeOf(plan, 'setup'), price });
  }

  /** What customers who pay in the currency of that fee are charged. */
  addForeignFee(plan: string, fee: Money): void {
    const draft = this.#latest(plan);
    const { charges, otherCurrencies = [] } = draft.version;
    if (draft.isPublished || charges.length > 1)
      throw new ScenarioDefect(
        `Found other charges or a sale of "${plan}", expected a fee alone, before it is sold.`,
      );
    const foreign = { currency: fee.currency, prices: [this.agreedFee(plan, fee)] };
    draft.version = { ...draft.version, otherCurrencies: [...otherCurrencies, foreign] };
  }

  /** The fee of the plan at another price. */
  agreedFee(plan: string, price: Money): ChargePrice {
    const fee = onlyFee(plan, this.#latest(plan).version);
    return { charge: fee.code, price: repriced(fee.price, moneyAmount(price)) };
  }

  /** A new version of the plan, alike but for the fee. */
  changePrice(plan: string, price: Money, from: LocalDate): void {
    const { version } = this.#latest(plan);
    const fee = onlyFee(plan, version);
    const changed = { ...fee, price: repriced(fee.price, moneyAmount(price)) };
    const charges = version.charges.map((charge) => (charge === fee ? changed : charge));
    this.#drafts
      .get(plan)
      ?.push({ isPublished: false, version: { ...version, effectiveFrom: from, charges } });
  }

  /** The code under which the target knows the plan. */
  code(plan: string): string {
    return this.#latest(plan).version.plan;
  }

  meter(name: string): string {
    return codeOf(name);
  }

  #add(plan: string, currency: string, charge: Charge): void {
    const draft = this.#latest(plan);
    if (draft.isPublished)
      throw new ScenarioDefect(`Found a charge of the plan "${plan}" after it was sold, expected it before.`);
    if (draft.version.currency !== currency)
      throw new ScenarioDefect(
        `Found ${currency} in the plan "${plan}", expected ${draft.version.currency}.`,
      );
    draft.version = { ...draft.version, charges: [...draft.version.charges, charge] };
  }

  #latest(plan: string): Draft {
    const draft = this.#drafts.get(plan)?.at(-1);
    if (draft === undefined) {
      const known = [...this.#drafts.keys()].join(', ') || 'none';
      throw new ScenarioDefect(
        `Found the plan "${plan}", expected one that the scenario gave before: ${known}.`,
      );
    }
    return draft;
  }

  async #publish(session: TargetSession): Promise<void> {
    for (const draft of [...this.#drafts.values()].flat()) {
      if (draft.isPublished) continue;
      await session.publish(draft.version);
      draft.isPublished = true;
    }
  }
}

/** Tiers from a table; what a cell leaves empty costs nothing, and the last tier goes on without end. */
export function readTiers(table: Table): { readonly tiers: readonly Tier[]; readonly currency: string } {
  const rows = readTable(table, ['up to', 'unit price', 'flat fee']);
  const currencies = new Set<string>();
  const price = (text: string | null): Decimal => {
    if (text === null) return '0';
    const { currency, amount }: UnitPrice = readUnitPrice(text);
    currencies.add(currency);
    return amount;
  };
  const tiers = rows.map((row) => ({
    upTo: cell(row, 'up to') === 'no limit' ? null : readQuantity(cell(row, 'up to')),
    unit: price(optionalCell(row, 'unit price')),
    flat: price(optionalCell(row, 'flat fee')),
  }));
  const [currency] = currencies;
  if (currency === undefined || currencies.size > 1)
    throw new ScenarioDefect(`Found ${currencies.size} currencies in the tiers, expected prices of one.`);
  return { tiers, currency };
}

function onlyFee(plan: string, { charges }: PlanVersion): Extract<Charge, { kind: 'recurring' }> {
  const fees = charges.filter((charge) => charge.kind === 'recurring');
  const [fee] = fees;
  if (fee !== undefined && fees.length === 1) return fee;
  throw new ScenarioDefect(`Found ${fees.length} fees of the plan "${plan}", expected one that has a price.`);
}

function repriced(price: PriceModel, amount: Decimal): PriceModel {
  if (price.kind === 'flat') return { ...price, amount };
  if (price.kind === 'per-unit') return { ...price, unit: amount };
  throw new ScenarioDefect(`Found a fee with a ${price.kind} price, expected a flat one or one per seat.`);
}

/** A code out of a name: "API calls" is "api-calls". */
function codeOf(name: string, suffix = ''): string {
  const code = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return suffix === '' ? code : `${code}-${suffix}`;
}
