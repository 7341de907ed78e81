import type { WithdrawalVerbs } from '../../../target/verbs/withdrawal.ts';
import type { WorldState } from '../world-state.ts';

/** Kill Bill has no word for it: the plan is missing from the version of the catalog that begins on the day. */
export function withdrawalVerbs({ clock, prices }: WorldState): WithdrawalVerbs {
  return {
    withdrawPlan: async (plan, from) => {
      await clock.takeTurn();
      await prices.withdraw({ plan, from });
    },
  };
}
