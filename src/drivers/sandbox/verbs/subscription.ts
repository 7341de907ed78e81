import type { SubscriptionVerbs } from '../../../target/verbs/subscription.ts';
import { billedThroughAnswer, subscriptionAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';

export function subscriptionVerbs(calls: SandboxCalls): SubscriptionVerbs {
  const act = (id: string, act: string, body: unknown) =>
    calls.posted(
      { operation: `subscription.${act}`, path: `${subscriptionPath(id)}/${act}`, body },
      subscriptionAnswer,
    );
  return {
    subscribe: (wanted) =>
      calls.create(
        { operation: 'subscription.create', path: '/v1/subscriptions', body: wanted },
        subscriptionAnswer,
      ),
    changePlan: (subscriptionId, plan, timing) => act(subscriptionId, 'change', { plan, timing }),
    changePlanAtPrice: (subscriptionId, change) => act(subscriptionId, 'change', change),
    changePlanAndBillDay: (subscriptionId, change) => act(subscriptionId, 'change', change),
    changeBillDay: (subscriptionId, billDay) => act(subscriptionId, 'bill-day', billDay),
    changeQuantity: (subscriptionId, quantity, timing) =>
      act(subscriptionId, 'quantity', { quantity, timing }),
    pause: (subscriptionId, timing) => act(subscriptionId, 'pause', { timing }),
    resume: (subscriptionId, timing) => act(subscriptionId, 'resume', { timing }),
    undo: (subscriptionId, what) => act(subscriptionId, 'undo', { what }),
    cancel: (subscriptionId, timing) => act(subscriptionId, 'cancel', { timing }),
    cancelRunningPeriod: (subscriptionId) => act(subscriptionId, 'cancel-running-period', {}),
    billedThrough: async (id) => {
      const path = `${subscriptionPath(id)}/billed-through`;
      return (await calls.get('subscription.billed-through', path, billedThroughAnswer)).billedThrough;
    },
    subscription: (id) => calls.get('subscription.read', subscriptionPath(id), subscriptionAnswer),
  };
}

function subscriptionPath(id: string): string {
  return `/v1/subscriptions/${encodeURIComponent(id)}`;
}
