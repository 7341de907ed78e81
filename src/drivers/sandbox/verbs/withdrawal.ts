import type { WithdrawalVerbs } from '../../../target/verbs/withdrawal.ts';
import type { SandboxCalls } from '../calls.ts';

export function withdrawalVerbs(calls: SandboxCalls): WithdrawalVerbs {
  return {
    withdrawPlan: async (plan, from) => {
      await calls.post('catalog.withdraw', `/v1/plans/${encodeURIComponent(plan)}/withdrawal`, { from });
    },
  };
}
