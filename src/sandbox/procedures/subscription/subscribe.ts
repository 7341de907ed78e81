import type { NewSubscription } from '../../../model/billing/subscription.ts';
import type { LocalDate } from '../../../model/date.ts';
import { scheduleNext } from '../../billing/due-items.ts';
import { intervalOf } from '../../billing/segments.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { refuse } from '../../refusal.ts';
import { assignmentsOf, insertAssignment } from '../../store/assignments.ts';
import { isClosed } from '../../store/closings.ts';
import { customerById } from '../../store/customers.ts';
import { insertSubscription, setCancelledFrom, subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import { endByItself } from './end-by-itself.ts';
import { requirePlan } from './require-plan.ts';
import { sharedBillDay } from './shared-bill-day.ts';

/** What is due at once, because the subscription starts today or started before, is invoiced at once. */
export function subscribe(context: Context, wanted: NewSubscription): string {
  return context.store.transaction(() => {
    const customer = customerById(context, wanted.customerId);
    if (isClosed(context, customer.id))
      refuse('customerId', 'Found a customer who is closed, expected one who can order.');
    const { plan, start, quantity, trialDays = 0 } = wanted;
    requirePlan(context, { plan, from: start, currency: customer.currency });
    const trialEnd = trialDays > 0 ? context.rules.trialEnd({ start, trialDays }) : null;
    const { anchor, billing } = gridFor(context, wanted, trialEnd);
    const id = newId('sub');
    insertSubscription(context, { id, subscription: { ...wanted, billing }, trialEnd });
    insertAssignment(context, id, { number: 0, plan, start, anchor, quantity, state: 'active' });
    const end = endByItself(context, subscriptionById(context, id));
    if (end !== null) setCancelledFrom(context, id, end);
    const today = todayOf(context.store, context.tenantId);
    scheduleNext(context, subscriptionById(context, id));
    if (start <= today) {
      context.procedures.emitEvent(context, { kind: 'subscription.started', objectId: id });
      context.procedures.billCustomer(context, { customerId: customer.id, subscriptionId: id, date: today });
    }
    return id;
  });
}

interface Grid {
  readonly anchor: LocalDate;
  readonly billing: NewSubscription['billing'];
}

/** From which day periods are counted: the start, or for an add-on what its base is billed by. */
function gridFor(context: Context, wanted: NewSubscription, trialEnd: LocalDate | null): Grid {
  const { addOnTo, customerId, plan, start, billing } = wanted;
  const alone = context.rules.firstAnchor({ start, trialEnd });
  if (wanted.sharesBillDay === true) return { anchor: sharedBillDay(context, wanted, alone), billing };
  if (addOnTo === undefined) return { anchor: alone, billing };
  const base = subscriptionById(context, addOnTo);
  const assignments = assignmentsOf(context, base.id).filter((each) => each.start <= start);
  const last = assignments.at(-1);
  if (base.customerId !== customerId || last === undefined || (base.cancelledFrom ?? '9999') <= start)
    refuse('addOnTo', `Found ${addOnTo}, expected a subscription of the customer that runs on ${start}.`);
  const [own, its] = [intervalOf(context, plan), intervalOf(context, last.plan)];
  if (own.unit !== its.unit || own.count !== its.count)
    refuse('addOnTo', `Found periods of ${its.count} ${its.unit}, expected those of the add-on's plan.`);
  return { anchor: context.rules.addOnAnchor({ baseAnchor: last.anchor, start }), billing: base.billing };
}
