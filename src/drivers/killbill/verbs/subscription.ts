import type { NewSubscription, Planned, Subscription, Timing } from '../../../model/billing/subscription.ts';
import type { PricedChange, RedatedChange, SubscriptionVerbs } from '../../../target/verbs/subscription.ts';
import { type KillBillSubscription, subscriptionAnswer } from '../answers.ts';
import { type PlanForm, plainForm } from '../plan-names.ts';
import { priceOverrides } from '../price-overrides.ts';
import { refuse } from '../refuse.ts';
import { currentPeriod } from '../service-period.ts';
import type { WorldState } from '../world-state.ts';

type Offered = Omit<SubscriptionVerbs, 'changeQuantity'>;

export function subscriptionVerbs(state: WorldState): Offered {
  const { calls, clock } = state;
  /** Every act ends when what it caused is worked off. */
  const act = async (
    id: string,
    operation: string,
    call: { method: 'PUT' | 'DELETE'; path: string; body?: object },
  ) => {
    await clock.takeTurn();
    await calls.write({ operation: `subscription.${operation}`, ...call });
    await clock.settle();
    return readSubscription(state, id);
  };
  const change = async (
    id: string,
    {
      plan,
      timing,
      negotiated,
      billDay,
    }: Pick<PricedChange, 'plan' | 'timing'> & Partial<PricedChange & RedatedChange>,
  ) => {
    const form = formAfterChange(state, id, plan);
    const planName = await state.prices.need(form);
    const path = `${subscriptionPath(id)}?${changeWhen(timing)}`;
    const body = {
      planName,
      ...agreedWithChange(state, { plan, negotiated }, form),
      ...(billDay === undefined ? {} : { billCycleDayLocal: billDay }),
    };
    return act(id, 'change', { method: 'PUT', path, body });
  };
  return {
    subscribe: (wanted) => subscribe(state, wanted),
    changePlan: (id, plan, timing) => change(id, { plan, timing }),
    changePlanAtPrice: change,
    changePlanAndBillDay: change,
    changeBillDay: (id, { day, from }) => {
      const path = `${subscriptionPath(id)}/bcd?${new URLSearchParams({ effectiveFromDate: from })}`;
      return act(id, 'bill-day', { method: 'PUT', path, body: { billCycleDayLocal: day } });
    },
    pause: async (id, timing) => {
      const path = `${bundlePath(state, id)}/pause?${await onDay(state, id, timing)}`;
      return act(id, 'pause', { method: 'PUT', path });
    },
    resume: async (id, timing) => {
      const path = `${bundlePath(state, id)}/resume?${await onDay(state, id, timing)}`;
      return act(id, 'resume', { method: 'PUT', path });
    },
    undo: (id, what) => act(id, 'undo', { method: 'PUT', path: `${subscriptionPath(id)}/${undoing[what]}` }),
    cancel: (id, timing) =>
      act(id, 'cancel', { method: 'DELETE', path: `${subscriptionPath(id)}?${endWhen(timing)}` }),
    cancelRunningPeriod: (id) =>
      act(id, 'cancel-period', { method: 'DELETE', path: `${subscriptionPath(id)}?${asOfPeriodStart}` }),
    billedThrough: async (id) => {
      await clock.takeTurn();
      return (await calls.get('subscription.read', subscriptionPath(id), subscriptionAnswer))
        .chargedThroughDate;
    },
    subscription: async (id) => {
      await clock.takeTurn();
      return readSubscription(state, id);
    },
  };
}

const undoing: Readonly<Record<Planned, string>> = { cancellation: 'uncancel', change: 'undoChangePlan' };

async function subscribe(state: WorldState, wanted: NewSubscription): Promise<Subscription> {
  const { calls, clock, prices, dialect } = state;
  if (wanted.term !== undefined) refuse('subscription.create', 'a term');
  await clock.takeTurn();
  const form = formWanted(wanted);
  const planName = await prices.need(form);
  const base = wanted.addOnTo === undefined ? undefined : state.subscriptions.get(wanted.addOnTo);
  const query = new URLSearchParams({ entitlementDate: wanted.start, billingDate: wanted.start });
  const id = await calls.write({
    operation: 'subscription.create',
    path: `/1.0/kb/subscriptions?${query}`,
    body: {
      accountId: wanted.customerId,
      // In a server that keys bundles, an add-on has no key of its own.
      ...(base === undefined || dialect === 'subscription-keys' ? { externalKey: wanted.key } : {}),
      planName,
      ...(base === undefined ? {} : { bundleId: base.bundleId }),
      ...((base ?? wanted).billing === 'calendar' ? { billCycleDayLocal: 1 } : {}),
      ...priceOverrides(state, wanted, form),
    },
    naturalKey: `subscription/${wanted.key}`,
  });
  const { bundleId } = await calls.get('subscription.read', subscriptionPath(id), subscriptionAnswer);
  state.subscriptions.set(id, { ...wanted, bundleId });
  await clock.settle();
  return readSubscription(state, id);
}

/** Who is billed by the calendar is told so with the order, as a bill day of his own; the plan's form knows nothing of it. */
export function formWanted({ plan, trialDays = 0, addOnTo, sharesBillDay }: NewSubscription): PlanForm {
  const billDay = sharesBillDay === true ? 'account' : 'own';
  return { plan, billDay, trialDays, isAddOn: addOnTo !== undefined, isFollowing: false };
}

/** The form of the plan for somebody who comes to it from another one. */
export function formAfterChange(state: WorldState, id: string, plan: string): PlanForm {
  return { ...formOf(state, id), plan, trialDays: 0, isFollowing: hasSetup(state, plan) };
}

/** Prices that are agreed with the change; seats stay what the plan makes of them. */
export function agreedWithChange(
  state: WorldState,
  { plan, negotiated }: Pick<NewSubscription, 'plan' | 'negotiated'>,
  form: PlanForm,
): object {
  return priceOverrides(state, { plan, negotiated, quantity: '1', start: state.clock.today }, form);
}

function hasSetup({ prices }: WorldState, plan: string): boolean {
  return prices.versions.some(
    (version) => version.plan === plan && version.charges.some(({ kind }) => kind === 'one-off'),
  );
}

export async function readSubscription(state: WorldState, id: string): Promise<Subscription> {
  const { calls, prices, subscriptions } = state;
  const found = await calls.get('subscription.read', subscriptionPath(id), subscriptionAnswer);
  const ordered = subscriptions.get(id) ?? unknownOrder(found);
  const { bundleId: _, ...order } = ordered;
  return {
    ...order,
    id,
    plan: prices.formOf(found.planName)?.plan ?? found.planName,
    start: found.startDate,
    state: stateOf(found),
    end: found.billingEndDate ?? found.cancelledDate,
    currentPeriod: await currentPeriod(state, found),
  };
}

function stateOf({ state }: KillBillSubscription): Subscription['state'] {
  switch (state) {
    case 'PENDING':
      return 'pending';
    case 'BLOCKED':
      return 'paused';
    case 'CANCELLED':
    case 'EXPIRED':
      return 'cancelled';
    default:
      return 'active';
  }
}

/** Ordered by another process of the run. */
function unknownOrder(found: KillBillSubscription) {
  const { externalKey: key, accountId: customerId, planName: plan, startDate: start, bundleId } = found;
  return { key, customerId, plan, start, bundleId, quantity: '1', billing: 'anniversary' as const };
}

function formOf(state: WorldState, id: string): PlanForm {
  const ordered = state.subscriptions.get(id);
  return ordered === undefined ? plainForm('') : formWanted(ordered);
}

function changeWhen(timing: Timing): URLSearchParams {
  return new URLSearchParams(
    timing.kind === 'date' ? { requestedDate: timing.date } : { billingPolicy: 'END_OF_TERM' },
  );
}

function endWhen(timing: Timing): URLSearchParams {
  return new URLSearchParams(
    timing.kind === 'date'
      ? { requestedDate: timing.date, useRequestedDateForBilling: 'true' }
      : { entitlementPolicy: 'END_OF_TERM', billingPolicy: 'END_OF_TERM' },
  );
}

const asOfPeriodStart = new URLSearchParams({
  entitlementPolicy: 'IMMEDIATE',
  billingPolicy: 'START_OF_TERM',
});

/** Kill Bill knows a pause by its day only; the end of the period is the day through which is charged. */
async function onDay(state: WorldState, id: string, timing: Timing): Promise<URLSearchParams> {
  if (timing.kind === 'date') return new URLSearchParams({ requestedDate: timing.date });
  const found = await state.calls.get('subscription.read', subscriptionPath(id), subscriptionAnswer);
  const requestedDate =
    found.chargedThroughDate ?? refuse('subscription.pause', 'the end of a period that is not charged');
  return new URLSearchParams({ requestedDate });
}

function bundlePath({ subscriptions }: WorldState, id: string): string {
  return `/1.0/kb/bundles/${encodeURIComponent(subscriptions.get(id)?.bundleId ?? id)}`;
}

function subscriptionPath(id: string): string {
  return `/1.0/kb/subscriptions/${encodeURIComponent(id)}`;
}
