import type { LocalDate } from '../../../model/date.ts';
import { intervalOf } from '../../billing/segments.ts';
import type { PlanChange } from '../../engine/subscription-procedures.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { type Assignment, insertAssignment } from '../../store/assignments.ts';
import { customerById } from '../../store/customers.ts';
import { type AgreedChange, type StoredSubscription, setAgreement } from '../../store/subscriptions.ts';
import { billIfDue } from '../invoicing/bill-if-due.ts';
import { lastState } from '../payment/last-state.ts';
import { requireOwnBillDay } from './change-bill-day.ts';
import { effectiveDay, runningSubscription } from './current-service.ts';
import { requirePlan } from './require-plan.ts';

/** The day of change belongs to the new plan. Its credit and charge are invoiced at once when the day has come. */
export function changePlan(context: Context, change: PlanChange): void {
  context.store.transaction(() => {
    const subscription = runningSubscription(context, change.subscriptionId);
    const { currency } = customerById(context, subscription.customerId);
    const { plan } = change;
    const start = effectiveDay(context, subscription, change.timing);
    requirePlan(context, { plan, from: start, currency });
    const last = lastState(context, subscription.id);
    if (last.plan === plan) refuse('plan', `Found the plan ${plan} in use already, expected another one.`);
    const anchor = anchorOfNewPlan(context, { subscription, last, change, start });
    const number = last.number + 1;
    insertAssignment(context, subscription.id, { ...last, number, plan, start, anchor });
    agreeOn(context, subscription, { assignment: number, plan, negotiated: change.negotiated });
    billIfDue(context, subscription.id, start);
  });
}

function anchorOfNewPlan(
  context: Context,
  of: {
    readonly subscription: StoredSubscription;
    readonly last: Assignment;
    readonly change: PlanChange;
    readonly start: LocalDate;
  },
): LocalDate {
  const { subscription, last, change, start } = of;
  const [before, after] = [intervalOf(context, last.plan), intervalOf(context, change.plan)];
  if (change.billDay === undefined)
    return context.rules.anchorAfterChange({ anchor: last.anchor, start, before, after });
  requireOwnBillDay(context, subscription, after);
  return context.rules.firstBillDay({ day: change.billDay, from: start }).anchor;
}

/** What was agreed with a change that was taken back since goes; its number is given again. */
function agreeOn(
  context: Context,
  { id, agreement }: StoredSubscription,
  { negotiated, ...change }: Omit<AgreedChange, 'negotiated'> & Pick<PlanChange, 'negotiated'>,
): void {
  const before = agreement.changes.filter(({ assignment }) => assignment < change.assignment);
  if (negotiated === undefined && before.length === agreement.changes.length) return;
  const changes = negotiated === undefined ? before : [...before, { ...change, negotiated }];
  setAgreement(context, id, { ...agreement, changes });
}
