import type { Planned, Timing } from '../model/billing/subscription.ts';
import type { LocalDate } from '../model/date.ts';
import type { Decimal } from '../model/decimal.ts';
import { unreachable } from '../model/fault.ts';
import type { SubscriptionHistory, Told } from '../oracle/subscription/subscription-history.ts';
import type { TargetSession } from '../target/session.ts';

/** One thing that is told to the target about a subscription, on the day on which it is told. */
export type SubscriptionAct = {
  readonly on: LocalDate;
  /** Of two acts on one day, the lower comes first. */
  readonly rank: number;
} & Deed;

export type Deed =
  | { readonly kind: 'subscribe' }
  | { readonly kind: 'change'; readonly plan: string; readonly timing: Timing }
  | { readonly kind: 'quantity'; readonly quantity: Decimal; readonly timing: Timing }
  | { readonly kind: 'pause'; readonly timing: Timing }
  | { readonly kind: 'resume'; readonly timing: Timing }
  | { readonly kind: 'cancel'; readonly timing: Timing }
  | { readonly kind: 'undo'; readonly what: Planned };

/** All that is told about a subscription, in the order in which it is told. */
export function actsOfSubscription(subscription: SubscriptionHistory): readonly SubscriptionAct[] {
  const { start, toldOn = start, changes, quantities = [], pauses = [], undone = [] } = subscription;
  const acts: SubscriptionAct[] = [
    { on: toldOn, rank: 1, kind: 'subscribe' },
    ...changes.map((move) => ({ ...told(move), kind: 'change' as const, plan: move.plan })),
    ...quantities.map((move) => ({ ...told(move), kind: 'quantity' as const, quantity: move.quantity })),
    ...pauses.flatMap((pause): SubscriptionAct[] => {
      const begin = { ...told(pause), kind: 'pause' as const };
      if (pause.until === null) return [begin];
      const end = {
        on: pause.until,
        ...(pause.untilToldOn === undefined ? {} : { toldOn: pause.untilToldOn }),
      };
      return [begin, { ...told(end), kind: 'resume' }];
    }),
    ...undone.flatMap((plan): SubscriptionAct[] => [
      plan.kind === 'change'
        ? { ...told(plan), kind: 'change', plan: plan.plan }
        : { ...told(plan), rank: 4, kind: 'cancel' },
      { on: plan.undoneOn, rank: 5, kind: 'undo', what: plan.kind },
    ]),
    ...cancellationOf(subscription),
  ];
  return acts.toSorted((a, b) =>
    a.on === b.on ? a.rank - b.rank : Number(a.on > b.on) - Number(a.on < b.on),
  );
}

function cancellationOf(subscription: SubscriptionHistory): readonly SubscriptionAct[] {
  const { cancelledOn: on, cancelToldOn, cancelTiming } = subscription;
  if (on === null) return [];
  const end: Told = {
    on,
    ...(cancelToldOn === undefined ? {} : { toldOn: cancelToldOn }),
    ...(cancelTiming === undefined ? {} : { timing: cancelTiming }),
  };
  return [{ ...told(end), rank: 4, kind: 'cancel' }];
}

function told({ on, toldOn = on, timing, isToldLast }: Told) {
  return {
    on: toldOn,
    rank: isToldLast === true ? 2.5 : 2,
    timing: timing === 'period-end' ? ({ kind: timing } as const) : ({ kind: 'date', date: on } as const),
  };
}

/** Tells the target of everything but the order itself. */
export async function tellAct(
  session: TargetSession,
  id: string,
  act: Exclude<Deed, { readonly kind: 'subscribe' }>,
): Promise<void> {
  switch (act.kind) {
    case 'change':
      await session.changePlan(id, act.plan, act.timing);
      return;
    case 'quantity':
      await session.changeQuantity(id, act.quantity, act.timing);
      return;
    case 'pause':
      await session.pause(id, act.timing);
      return;
    case 'resume':
      await session.resume(id, act.timing);
      return;
    case 'cancel':
      await session.cancel(id, act.timing);
      return;
    case 'undo':
      await session.undo(id, act.what);
      return;
    default:
      unreachable(act, 'act');
  }
}
