import type { Faker } from '@faker-js/faker';
import type { PlanVersion } from '../../model/billing/catalog.ts';
import { addDays, type LocalDate, type Period } from '../../model/date.ts';
import { unreachable } from '../../model/fault.ts';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import { stintsOf } from '../../oracle/subscription/stints.ts';
import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';
import { later } from '../../oracle/time/calendar.ts';
import { fullPeriodWith } from '../../oracle/time/periods.ts';

/** A subscription as far as its life was drawn. */
interface Life {
  subscription: SubscriptionHistory;
  /** The last day on which anything was told or took effect. */
  busyUntil: LocalDate;
  state: 'active' | 'paused' | 'over';
}

export interface LifeFrame {
  readonly plans: readonly PlanVersion[];
  /** Every subscription that this one may depend on. */
  readonly others: readonly SubscriptionHistory[];
  /** Plans that it may change to. */
  readonly choices: readonly string[];
  readonly until: LocalDate;
}

type Kind = 'change' | 'quantity' | 'pause' | 'cancel' | 'undone change' | 'undone cancellation';

const kinds: readonly Kind[] = [
  'change',
  'change',
  'quantity',
  'quantity',
  'pause',
  'pause',
  'cancel',
  'undone change',
  'undone cancellation',
];

/**
 * Lets things happen to a subscription until the last day: told on their day, some days before, at the end of the period,
 * or some days too late. Never on the first day of a period, nor twice on one day: whose day that is depends on habits
 * that no profile states.
 */
export function drawnLife(faker: Faker, begin: SubscriptionHistory, frame: LifeFrame): SubscriptionHistory {
  const { start, toldOn = start } = begin;
  const life: Life = { subscription: begin, busyUntil: later(toldOn, start), state: 'active' };
  for (;;) {
    const told = addDays(life.busyUntil, drawnDistance(faker));
    if (told >= frame.until || life.state === 'over') return life.subscription;
    if (!isServed(life, told, frame)) return life.subscription;
    if (life.state === 'paused') comeBackOrLeave(faker, life, { told, frame });
    else happen(faker, life, { told, frame });
  }
}

/** Now and then something happens on the very next day. */
function drawnDistance(faker: Faker): number {
  return faker.datatype.boolean(0.12) ? 1 : faker.number.int({ min: 2, max: 75 });
}

interface Occasion {
  readonly told: LocalDate;
  readonly frame: LifeFrame;
}

/** When something takes effect, and how it is told. */
interface Moment {
  readonly on: LocalDate;
  readonly toldOn: LocalDate;
  readonly timing?: 'period-end';
}

function happen(faker: Faker, life: Life, occasion: Occasion): void {
  const kind = faker.helpers.arrayElement(kinds);
  const moment = momentOf(faker, { ...occasion, life, isPlanned: kind.startsWith('undone') });
  if (moment === null) {
    life.busyUntil = occasion.told;
    return;
  }
  const { on, toldOn } = moment;
  const told = { on, ...(toldOn === on ? {} : { toldOn }), ...timingOf(moment) };
  life.busyUntil = later(on, toldOn);
  const { subscription } = life;
  const { changes, quantities = [], pauses = [], undone = [] } = subscription;
  const plan = otherPlan(faker, subscription, occasion.frame);
  switch (kind) {
    case 'change':
      life.subscription = { ...subscription, changes: [...changes, { ...told, plan }] };
      return;
    case 'quantity': {
      const quantity = otherQuantity(faker, subscription);
      life.subscription = { ...subscription, quantities: [...quantities, { ...told, quantity }] };
      return;
    }
    case 'pause':
      life.state = 'paused';
      life.subscription = { ...subscription, pauses: [...pauses, { ...told, until: null }] };
      return;
    case 'cancel':
      endLife(life, moment);
      return;
    case 'undone change':
    case 'undone cancellation': {
      // Taken back before its day; the day itself then is like any other.
      const undoneOn = addDays(toldOn, 1);
      const planned = { on, toldOn, undoneOn, ...timingOf(moment) };
      const one =
        kind === 'undone change'
          ? ({ ...planned, kind: 'change', plan } as const)
          : ({ ...planned, kind: 'cancellation' } as const);
      life.subscription = { ...subscription, undone: [...undone, one] };
      life.busyUntil = undoneOn;
      return;
    }
    default:
      unreachable(kind, 'event');
  }
}

function timingOf({ timing }: Moment): { readonly timing?: 'period-end' } {
  return timing === undefined ? {} : { timing };
}

function endLife(life: Life, { on, toldOn, timing }: Moment): void {
  life.state = 'over';
  life.subscription = {
    ...life.subscription,
    cancelledOn: on,
    ...(toldOn === on ? {} : { cancelToldOn: toldOn }),
    ...(timing === undefined ? {} : { cancelTiming: timing }),
  };
}

/** Who is away may leave for good, at once or with the period. */
function comeBackOrLeave(faker: Faker, life: Life, occasion: Occasion): void {
  if (!faker.datatype.boolean(0.25)) {
    resume(faker, life, occasion);
    return;
  }
  const moment = momentOf(faker, { ...occasion, life, isPlanned: false });
  if (moment === null) life.busyUntil = occasion.told;
  else endLife(life, moment);
}

function resume(faker: Faker, life: Life, { told: until, frame }: Occasion): void {
  const { pauses = [] } = life.subscription;
  const last = pauses.at(-1);
  if (last === undefined) return;
  if (!isOrdinary(life, until, frame)) {
    life.busyUntil = until;
    return;
  }
  const isPlanned = faker.datatype.boolean(0.3) && addDays(life.busyUntil, 1) < until;
  const told = isPlanned ? { untilToldOn: addDays(life.busyUntil, 1) } : {};
  life.subscription = {
    ...life.subscription,
    pauses: [...pauses.slice(0, -1), { ...last, until, ...told }],
  };
  life.state = 'active';
  life.busyUntil = until;
}

type MomentQuestion = Occasion & { readonly life: Life; readonly isPlanned: boolean };

/** Null where the day does not lend itself to it. */
function momentOf(faker: Faker, question: MomentQuestion): Moment | null {
  const { life, told, frame, isPlanned } = question;
  const way = faker.helpers.arrayElement(['today', 'today', 'ahead', 'period-end', 'late'] as const);
  if (way === 'period-end' || isPlanned) return atPeriodEnd(question);
  if (way === 'late') return tooLate(question);
  const ahead = way === 'ahead' ? faker.number.int({ min: 1, max: 12 }) : 0;
  const on = addDays(told, ahead);
  return isOrdinary(life, on, frame) ? { on, toldOn: told } : null;
}

function atPeriodEnd({ life, told, frame }: MomentQuestion): Moment | null {
  const { to } = periodOn(life, told, frame);
  if (addDays(told, 2) >= to || !isServed(life, to, frame)) return null;
  return { on: to, toldOn: told, timing: 'period-end' };
}

/** A day late; nothing else may have happened since. */
function tooLate({ life, told, frame }: MomentQuestion): Moment | null {
  const on = addDays(told, -1);
  if (on <= life.busyUntil || !isOrdinary(life, on, frame) || !isOrdinary(life, told, frame)) return null;
  return { on, toldOn: told };
}

/** A day of service that begins no period and ends no trial. */
function isOrdinary(life: Life, day: LocalDate, frame: LifeFrame): boolean {
  const { start, trialDays = 0 } = life.subscription;
  if (!isServed(life, day, frame) || day === addDays(start, trialDays)) return false;
  return periodOn(life, day, frame).from !== day;
}

function isServed(life: Life, day: LocalDate, frame: LifeFrame): boolean {
  const end = stintsIn(life, frame).at(-1)?.to ?? null;
  return day > life.subscription.start && (end === null || day < end);
}

function periodOn(life: Life, day: LocalDate, frame: LifeFrame): Period {
  const stint = stintsIn(life, frame).findLast(({ from }) => from <= day);
  if (stint === undefined) throw new RangeError(`no service on ${day}`);
  return fullPeriodWith(day, { start: stint.anchor, interval: stint.interval, billing: stint.billing });
}

function stintsIn({ subscription }: Life, { plans, others }: LifeFrame) {
  return stintsOf(subscription, { plans, subscriptions: [...others, subscription] }, referenceProfile);
}

function otherPlan(faker: Faker, { plan, changes }: SubscriptionHistory, { choices }: LifeFrame): string {
  const present = changes.at(-1)?.plan ?? plan;
  return faker.helpers.arrayElement(choices.filter((each) => each !== present));
}

function otherQuantity(faker: Faker, { quantity, quantities = [] }: SubscriptionHistory): string {
  const present = quantities.at(-1)?.quantity ?? quantity;
  const drawn = String(faker.number.int({ min: 1, max: 40 }));
  return drawn === present ? String(Number(drawn) + 1) : drawn;
}
