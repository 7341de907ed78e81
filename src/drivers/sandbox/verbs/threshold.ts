import { moneyAmount } from '../../../model/money.ts';
import type { ThresholdVerbs } from '../../../target/verbs/threshold.ts';
import type { SandboxCalls } from '../calls.ts';

export function thresholdVerbs(calls: SandboxCalls): ThresholdVerbs {
  return {
    setThresholds: async (subscriptionId, thresholds) => {
      const path = `/v1/subscriptions/${encodeURIComponent(subscriptionId)}/thresholds`;
      const amounts = thresholds.map((money) => ({ amount: moneyAmount(money), currency: money.currency }));
      await calls.post('subscription.thresholds', path, { thresholds: amounts });
    },
  };
}
