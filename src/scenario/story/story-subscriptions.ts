import type { NewSubscription, Subscription, Term, Timing } from '../../model/billing/subscription.ts';
import { addDays, type LocalDate } from '../../model/date.ts';
import { canonicalDecimal, type Decimal } from '../../model/decimal.ts';
import type { Money } from '../../model/money.ts';
import type { TargetSession } from '../../target/session.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import { showDate, showPeriod } from '../language/date-text.ts';
import type { World } from '../world.ts';
import type { StoryCatalog } from './story-catalog.ts';
import type { StoryClock } from './story-clock.ts';
import type { StoryCustomers } from './story-customers.ts';

export interface StoryParts {
  readonly world: World;
  readonly clock: StoryClock;
  readonly catalog: StoryCatalog;
  readonly customers: StoryCustomers;
}

/** When a sentence says something happens: on a day, now, or when the running period ends. */
export type StoryTiming = { readonly kind: 'today' } | Timing;

/** The same, or on one day and told on another one. */
export type StoryMoment =
  | StoryTiming
  | { readonly kind: 'entered'; readonly on: LocalDate; readonly enteredOn: LocalDate };

export interface NewContract {
  readonly customer: string;
  readonly plan: string;
  readonly start: LocalDate;
  /** The day on which the target is told, when it is not the start. */
  readonly enteredOn?: LocalDate;
  readonly quantity: Decimal;
  readonly billing: 'anniversary' | 'calendar';
  readonly trialDays?: number;
  /** The customer's plan that this one is added to. */
  readonly addOnTo?: string;
  /** What the customer pays for the fee, whatever the price list says. */
  readonly agreed?: Money;
  readonly term?: Term;
}

/** Who has which plan. A customer has a plan at most once, so that its name is enough to speak of it. */
export class StorySubscriptions {
  readonly #parts: StoryParts;
  readonly #ids = new Map<string, string>();
  #count = 0;

  constructor(parts: StoryParts) {
    this.#parts = parts;
  }

  async subscribe(contract: NewContract): Promise<void> {
    const { customer, plan, start, enteredOn = start } = contract;
    const session = await this.#parts.clock.at(enteredOn);
    const subscription = await session.subscribe(this.#orderOf(contract));
    this.#ids.set(nameOf(customer, plan), subscription.id);
  }

  #orderOf(contract: NewContract): NewSubscription {
    const { catalog, customers, world } = this.#parts;
    const { customer, plan, start, quantity, billing, trialDays, addOnTo, agreed, term } = contract;
    this.#count += 1;
    return {
      key: `${world.checkId}-subscription-${this.#count}`,
      customerId: customers.id(customer),
      plan: catalog.code(plan),
      start,
      quantity,
      billing,
      ...(trialDays === undefined ? {} : { trialDays }),
      ...(addOnTo === undefined ? {} : { addOnTo: this.#id(customer, addOnTo) }),
      ...(agreed === undefined ? {} : { negotiated: [catalog.agreedFee(plan, agreed)] }),
      ...(term === undefined ? {} : { term }),
    };
  }

  async change(change: {
    readonly customer: string;
    readonly from: string;
    readonly to: string;
    readonly timing: StoryMoment;
  }): Promise<void> {
    const { customer, from, to } = change;
    const { session, timing } = await this.#at(change.timing);
    const id = this.#id(customer, from);
    await session.changePlan(id, this.#parts.catalog.code(to), timing);
    this.#ids.set(nameOf(customer, to), id);
  }

  /** Tells the target of something that happens to the subscription. */
  async act(
    customer: string,
    plan: string,
    act: {
      readonly when: StoryMoment;
      readonly tell: (session: TargetSession, id: string, timing: Timing) => Promise<unknown>;
    },
  ): Promise<void> {
    const { session, timing } = await this.#at(act.when);
    await act.tell(session, this.#id(customer, plan), timing);
  }

  async expectState(customer: string, plan: string, state: Subscription['state']): Promise<void> {
    const subscription = await this.#read(customer, plan);
    this.#parts.world.expectEqual(`state of "${customer}" on "${plan}"`, state, subscription.state);
  }

  /** The plan that the subscription is on now, whatever it was when it began. */
  async expectPlan(customer: string, plan: string): Promise<void> {
    const subscription = await this.#read(customer, plan);
    this.#parts.world.expectEqual(`plan of "${customer}"`, this.#parts.catalog.code(plan), subscription.plan);
  }

  async expectQuantity(customer: string, plan: string, quantity: Decimal): Promise<void> {
    const subscription = await this.#read(customer, plan);
    const actual = canonicalDecimal(subscription.quantity);
    this.#parts.world.expectEqual(`seats of "${customer}" on "${plan}"`, canonicalDecimal(quantity), actual);
  }

  async expectLastDay(customer: string, plan: string, day: LocalDate): Promise<void> {
    const { end } = await this.#read(customer, plan);
    const actual = end === null ? 'no end' : showDate(addDays(end, -1));
    this.#parts.world.expectEqual(`last day of "${customer}" on "${plan}"`, showDate(day), actual);
  }

  async expectPeriod(
    customer: string,
    plan: string,
    days: { from: LocalDate; to: LocalDate },
  ): Promise<void> {
    const { currentPeriod } = await this.#read(customer, plan);
    const expected = showPeriod({ from: days.from, to: addDays(days.to, 1) });
    const actual = currentPeriod === null ? 'none' : showPeriod(currentPeriod);
    this.#parts.world.expectEqual(`current period of "${customer}" on "${plan}"`, expected, actual);
  }

  async expectNextBillDate(customer: string, plan: string, date: LocalDate): Promise<void> {
    const { currentPeriod } = await this.#read(customer, plan);
    const actual = currentPeriod === null ? 'none' : showDate(currentPeriod.to);
    this.#parts.world.expectEqual(`next bill date of "${customer}" for "${plan}"`, showDate(date), actual);
  }

  async #read(customer: string, plan: string): Promise<Subscription> {
    const session = await this.#parts.clock.now();
    return session.subscription(this.#id(customer, plan));
  }

  async #at(when: StoryMoment): Promise<{ readonly session: TargetSession; readonly timing: Timing }> {
    const { clock } = this.#parts;
    if (when.kind === 'entered')
      return { session: await clock.at(when.enteredOn), timing: { kind: 'date', date: when.on } };
    if (when.kind === 'date') return { session: await clock.at(when.date), timing: when };
    const session = await clock.now();
    if (when.kind === 'period-end') return { session, timing: when };
    return { session, timing: { kind: 'date', date: clock.today } as const };
  }

  #id(customer: string, plan: string): string {
    const id = this.#ids.get(nameOf(customer, plan));
    if (id === undefined)
      throw new ScenarioDefect(
        `Found no subscription of "${customer}" to "${plan}", expected one before this step.`,
      );
    return id;
  }
}

function nameOf(customer: string, plan: string): string {
  return JSON.stringify([customer, plan]);
}
